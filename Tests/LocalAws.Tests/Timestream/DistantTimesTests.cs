namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Requests whose records lie so far apart that their rows are sought in several ranges of time.</summary>
public sealed class DistantTimesTests : TimestreamTest
{
    private static readonly TimeSpan[] Ages =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(2), TimeSpan.FromHours(23)];

    [Fact]
    public async Task Rows_of_all_ages_are_overwritten_or_found_to_be_there_in_one_request()
    {
        await CreateTableAsync();
        await WriteAsync(Ages.Select(age => Reading(value: "1", time: Now - age)));

        var response = await WriteAsync(
            Reading(value: "2", time: Now - Ages[0], version: 2),
            Reading(value: "1", time: Now - Ages[1]),
            Reading(value: "1", time: Now - Ages[2]),
            Reading(value: "2", time: Now - Ages[3], version: 2));

        Assert.Equal(4, response.RecordsIngested.Total);
        Assert.Equal(
            [["2.0"], ["1.0"], ["1.0"], ["2.0"]],
            await RowsAsync($"SELECT measure_value::double FROM {FullName} ORDER BY time"));
    }

    [Fact]
    public async Task They_are_known_after_a_restart()
    {
        await CreateTableAsync();
        await WriteAsync(Ages.Select(age => Reading(value: "1", time: Now - age)));
        await RestartAsync();

        await WriteAsync(Ages.Select(age => Reading(value: "2", time: Now - age, version: 2)));

        Assert.Equal(
            [["4", "2.0"]], await RowsAsync($"SELECT count(*), min(measure_value::double) FROM {FullName}"));
    }
}
