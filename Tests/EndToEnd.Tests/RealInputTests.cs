using TelemetryAspire.EndToEnd.Tests.Pipelines;
using TelemetryAspire.EndToEnd.Tests.Sensors;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.EndToEnd.Tests;

/// <summary>Messages of a shape that only configuration describes, through the whole pipeline.</summary>
public sealed class RealInputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_message_of_the_sensor_boards_is_in_the_table_and_byte_identical_in_the_lake()
    {
        using var directory = new TemporaryDirectory();
        var (path, lines) = SensorFile.Open(directory.FullName);
        var expected = SensorRows.Expected(lines);
        await using var pipeline = await RunningPipeline.StartAsync(
            [.. SensorFile.Mapping, .. SensorFile.Replay(path, speed: 0)], Token);

        await Eventually.UntilAsync(
            async () => await pipeline.Table.CountAsync(Token) >= expected.Count, RunningPipeline.Patience);
        await Eventually.UntilAsync(
            async () => (await pipeline.Lake.LinesAsync("telemetry/", Token)).Count >= lines.Count,
            RunningPipeline.Patience);

        var rows = await SensorRows.ReadAsync(pipeline.Table, Token);
        Assert.Equal(expected.Order(SensorRowOrder.Instance), rows.Order(SensorRowOrder.Instance));
        var delivered = await pipeline.Lake.LinesAsync("telemetry/", Token);
        Assert.Equal(lines.Order(StringComparer.Ordinal), delivered.Order(StringComparer.Ordinal));
        Assert.Empty(await pipeline.Lake.ObjectsAsync("dead-letters/", Token));
    }
}
