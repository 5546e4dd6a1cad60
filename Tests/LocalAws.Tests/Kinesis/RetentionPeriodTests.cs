using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>IncreaseStreamRetentionPeriod and DecreaseStreamRetentionPeriod.</summary>
public sealed class RetentionPeriodTests : KinesisTest
{
    [Fact]
    public async Task A_longer_retention_keeps_records_for_longer()
    {
        await CreateStreamAsync();
        await ChangeAsync("Increase", 48);
        await PutAsync("kept");

        Clock.Advance(TimeSpan.FromHours(47));

        Assert.Equal(["kept"], await ReadAllAsync());
        Assert.Equal(48, await HoursAsync());
    }

    [Fact]
    public async Task A_record_is_not_read_a_second_longer_than_its_retention()
    {
        await CreateStreamAsync();
        await PutAsync("old");
        Clock.Advance(TimeSpan.FromSeconds(2));
        await PutAsync("young");

        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        Assert.Equal(["young"], await ReadAllAsync());
    }

    [Fact]
    public async Task A_shorter_retention_hides_what_is_older_at_once()
    {
        await CreateStreamAsync();
        await ChangeAsync("Increase", 48);
        await PutAsync("30 hours old");
        Clock.Advance(TimeSpan.FromHours(30));
        await PutAsync("new");

        await ChangeAsync("Decrease", 24);

        Assert.Equal(["new"], await ReadAllAsync());
    }

    [Fact]
    public async Task A_longer_retention_does_not_bring_back_what_had_expired()
    {
        await CreateStreamAsync();
        await PutAsync("expired");
        Clock.Advance(TimeSpan.FromHours(25));

        await ChangeAsync("Increase", 48);
        await RestartAsync();

        Assert.Empty(await ReadAllAsync());
    }

    [Theory]
    [InlineData("Increase", 23, "Minimum allowed retention period is 24 hours. "
        + "Requested retention period (23 hours) is too short.")]
    [InlineData("Increase", 8761, "Maximum allowed retention period is 8760 hours. "
        + "Requested retention period (8761 hours) is too long.")]
    [InlineData("Increase", 24, "Requested retention period (24 hours) for stream readings can not be shorter than "
        + "existing retention period (48 hours). Use DecreaseRetentionPeriod API.")]
    [InlineData("Decrease", 72, "Requested retention period (72 hours) for stream readings can not be longer than "
        + "existing retention period (48 hours). Use IncreaseRetentionPeriod API.")]
    public async Task A_period_the_operation_does_not_take_is_refused(string operation, int hours, string expected)
    {
        await CreateStreamAsync();
        await ChangeAsync("Increase", 48);

        var (type, message) = await RefusedAsync(
            operation + "StreamRetentionPeriod", new { StreamName = Stream, RetentionPeriodHours = hours });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal(expected, message);
    }

    private Task<JsonElement> ChangeAsync(string operation, int hours) => CallAsync(
        operation + "StreamRetentionPeriod", new { StreamName = Stream, RetentionPeriodHours = hours });

    private async Task<int> HoursAsync() =>
        (await CallAsync("DescribeStreamSummary", new { StreamName = Stream }))
        .GetProperty("StreamDescriptionSummary").GetProperty("RetentionPeriodHours").GetInt32();
}
