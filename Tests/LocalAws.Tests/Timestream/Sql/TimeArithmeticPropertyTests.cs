using System.Globalization;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>
/// Times in tables of random values, before and after 1970, against .NET's arithmetic to the nanosecond.
/// </summary>
public sealed class TimeArithmeticPropertyTests(GoldenHost host) : GoldenTest(host)
{
    private const int Rows = 200;

    private const long Farthest = 9_000_000_000_000_000_000;

    [Theory]
    [InlineData("15m", 900_000_000_000)]
    [InlineData("7ns", 7)]
    [InlineData("30d", 2_592_000_000_000_000)]
    public Task Bin_rounds_down(string interval, long unit) => ExpectAsync(
        $"to_nanoseconds(bin(from_nanoseconds(n), {interval}))", n => n - ((n % unit) + unit) % unit);

    [Fact]
    public Task Nanosecond_and_second_are_those_of_the_text() => ExpectAsync(
        "second(from_nanoseconds(n)) * 1000000000 + nanosecond(from_nanoseconds(n))",
        n => ((n % 60_000_000_000) + 60_000_000_000) % 60_000_000_000);

    [Fact]
    public Task Months_are_added_as_on_a_calendar() => ExpectAsync(
        "to_nanoseconds(from_nanoseconds(n) + 5month)",
        n =>
        {
            var fraction = ((n % 100) + 100) % 100;
            return ((DateTime.UnixEpoch.AddTicks((n - fraction) / 100).AddMonths(5) - DateTime.UnixEpoch).Ticks * 100) + fraction;
        });

    [Fact]
    public Task A_text_is_read_as_the_time_it_was_written_of() => ExpectAsync(
        "to_nanoseconds(CAST(CAST(from_nanoseconds(n) AS varchar) AS timestamp))", n => n);

    [Fact]
    public Task Iso_8601_is_read_as_the_time_it_was_written_of() => ExpectAsync(
        "to_nanoseconds(from_iso8601_timestamp(to_iso8601(from_nanoseconds(n))))", n => n);

    private async Task ExpectAsync(string expression, Func<long, long> reference)
    {
        var random = new Random(1);
        long[] numbers = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt64(-Farthest, Farthest))];
        var sql = $"SELECT {expression} FROM (VALUES {string.Join(", ", numbers.Select((n, i) => $"({i}, {Text(n)})"))}) AS t(i, n) ORDER BY i";

        await ExpectRowsAsync(sql, [.. numbers.Select(n => new[] { Text(reference(n)) })]);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
