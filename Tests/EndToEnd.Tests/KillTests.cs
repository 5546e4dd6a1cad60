using TelemetryAspire.EndToEnd.Tests.Pipelines;
using TelemetryAspire.EndToEnd.Tests.Sensors;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.EndToEnd.Tests;

/// <summary><c>kill -9</c> of every process of the pipeline in the middle of its work.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    /// <summary>How long the replay takes by its own pace; kills and restarts come on top.</summary>
    private const double ReplaySeconds = 30;

    private static readonly string[] Victims = ["processor", "forwarder", "localaws"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_kills_lose_no_reading_and_duplicate_no_row()
    {
        var seed = Seed();
        output.WriteLine($"Seed {seed}; run it again with TELEMETRY_ASPIRE_SEED={seed}.");
        using var directory = new TemporaryDirectory();
        var (path, lines) = SensorFile.Open(directory.FullName);
        var expected = SensorRows.Expected(lines);
        var speed = SensorRows.Span(lines).TotalSeconds / ReplaySeconds;
        await using var pipeline = await RunningPipeline.StartAsync(
            [.. SensorFile.Mapping, .. SensorFile.Replay(path, speed)], Token);

        var random = new Random(seed);
        var offsets = Enumerable.Range(0, Kills)
            .Select(_ => random.Next((int)(expected.Count * 0.95))).Order().ToArray();
        var victims = Enumerable.Range(0, Kills).Select(kill => Victims[kill % Victims.Length]).ToArray();
        random.Shuffle(victims);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Eventually.UntilAsync(
                async () => await pipeline.Table.CountAsync(Token) >= offsets[kill], RunningPipeline.Patience);
            output.WriteLine($"At {offsets[kill]} rows: kill -9 {victims[kill]}.");
            await pipeline.KillAsync(victims[kill], Token);
        }

        await Eventually.UntilAsync(
            async () => await pipeline.Table.CountAsync(Token) >= expected.Count, RunningPipeline.Patience);
        await Eventually.UntilAsync(async () => await MissingInLakeAsync() == 0, RunningPipeline.Patience);

        var rows = await SensorRows.ReadAsync(pipeline.Table, Token);
        Assert.Equal(expected.Order(SensorRowOrder.Instance), rows.Order(SensorRowOrder.Instance));
        Assert.Empty((await pipeline.Lake.LinesAsync("telemetry/", Token)).Except(lines, StringComparer.Ordinal));
        Assert.Empty(await pipeline.Lake.ObjectsAsync("dead-letters/", Token));

        async Task<int> MissingInLakeAsync() =>
            lines.Except(await pipeline.Lake.LinesAsync("telemetry/", Token), StringComparer.Ordinal).Count();
    }

    private static int Seed() => int.TryParse(Environment.GetEnvironmentVariable("TELEMETRY_ASPIRE_SEED"), out var seed)
        ? seed
        : Environment.TickCount & int.MaxValue;
}
