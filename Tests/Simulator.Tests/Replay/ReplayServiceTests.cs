using System.Globalization;
using Microsoft.Extensions.Options;
using TelemetryAspire.Simulator.Replay;
using TelemetryAspire.Simulator.Tests.Kinesis;
using TelemetryAspire.Telemetry;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayServiceTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly LogLines<ReplayService> _log = new();
    private readonly ReplayState _state = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_reaches_the_stream_as_it_is_and_the_end_is_told()
    {
        string[] lines = ["""{ "Time":1, "DeviceID":"a" }""", "not JSON", """{"Time":0,"DeviceID":"b"}"""];
        await using var bench = await StartAsync(lines, options => options.Speed = 0);

        await Eventually.UntilAsync(() => _state.IsFinished);

        Assert.Equal(lines, bench.Stream.Taken);
        Assert.All(bench.Stream.Names, name => Assert.Equal("KinesisTimestreamEvents", name));
        Assert.Contains("Information: Replay finished: 3 records.", _log.Lines);
    }

    [Fact]
    public async Task Messages_are_sent_at_their_own_pace_with_the_time_of_sending_when_shifted()
    {
        string[] lines = ["""{"Time":1000}""", """{"Time":61000}"""];
        await using var bench = await StartAsync(
            lines, options => (options.Speed, options.Times) = (2, ReplayTimes.ShiftedToNow));
        var started = bench.Time.GetUtcNow();
        await Eventually.UntilAsync(() => bench.Stream.Taken.Count == 1);

        bench.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Single(bench.Stream.Taken);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.UntilAsync(() => _state.IsFinished);

        Assert.Equal([Message(started), Message(started.AddSeconds(30))], bench.Stream.Taken);
    }

    [Fact]
    public async Task A_damaged_file_is_told_and_what_came_before_is_sent()
    {
        await File.WriteAllBytesAsync(_path, [0x1F, 0x8B, 8, 0, 1], Cancellation);
        await using var bench = await StartAsync(null, options => options.Speed = 0);

        await Eventually.UntilAsync(() => _state.Failure is not null);

        Assert.False(_state.IsFinished);
        Assert.Contains($"Error: Replay of {_path} ended early.", _log.Lines);
    }

    public void Dispose() => File.Delete(_path);

    private static string Message(DateTimeOffset time) =>
        $$"""{"Time":{{time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}}}""";

    private async Task<ProducerBench> StartAsync(IEnumerable<string>? lines, Action<ReplayOptions> configure)
    {
        if (lines is not null)
        {
            await File.WriteAllLinesAsync(_path, lines, Cancellation);
        }

        var bench = new ProducerBench();
        var options = new SimulatorOptions();
        options.Replay.File = _path;
        configure(options.Replay);
        var service = new ReplayService(
            Options.Create(options), Options.Create(new TelemetryOptions()), bench.Producer, _state, bench.Time, _log);
        await bench.Producer.StartAsync(Cancellation);
        await service.StartAsync(Cancellation);
        return bench;
    }
}
