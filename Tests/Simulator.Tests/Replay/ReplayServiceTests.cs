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
        Assert.Contains($"Error: Replay of {_path} ended early, after 0 messages.", _log.Lines);
    }

    [Theory]
    [InlineData(253_402_300_799_000)] // The year 9999.
    [InlineData(4_102_444_800_000)] // 2100: in a time span's range, and far past what a timer takes.
    [InlineData(0)]
    public async Task A_time_nobody_would_wait_for_holds_up_no_other_message(long absurd)
    {
        string[] lines = [At(0), At(10), Time(absurd), At(20), At(30)];
        await using var bench = await StartAsync(lines, options => options.Speed = 1);

        await Eventually.UntilAsync(bench.Time, () => _state.IsFinished);

        Assert.Equal(lines, bench.Stream.Taken);
        Assert.InRange(bench.Time.GetUtcNow() - bench.Time.Start, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
        Assert.Contains(
            _log.Lines, line => line.StartsWith("Warning: 1 messages of the replay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shifted_times_do_not_follow_an_absurd_one()
    {
        string[] lines = [At(0), Time(253_402_300_799_000), At(20)];
        await using var bench = await StartAsync(
            lines, options => (options.Speed, options.Times) = (0, ReplayTimes.ShiftedToNow));

        await Eventually.UntilAsync(() => _state.IsFinished);

        Assert.Equal(
            [Message(bench.Time.Start.AddSeconds(-20)), lines[1], Message(bench.Time.Start)], bench.Stream.Taken);
    }

    [Fact]
    public async Task A_wait_longer_than_a_timer_takes_is_waited_out()
    {
        string[] lines = [At(0), At(86_400)];
        await using var bench = await StartAsync(lines, options => options.Speed = 0.01);
        await Eventually.UntilAsync(() => bench.Stream.Taken.Count == 1);

        bench.Time.Advance(TimeSpan.FromDays(99));
        Assert.Single(bench.Stream.Taken);
        await Eventually.UntilAsync(() =>
        {
            bench.Time.Advance(TimeSpan.FromDays(1));
            return _state.IsFinished;
        });
    }

    [Fact]
    public async Task What_nobody_expected_ends_the_replay_and_not_the_simulator()
    {
        await using var bench = new ProducerBench();
        await bench.Producer.StopAsync(Cancellation);
        await File.WriteAllLinesAsync(_path, [At(0)], Cancellation);
        using var service = Service(bench, _ => { });

        await service.StartAsync(Cancellation);
        await service.ExecuteTask!.WaitAsync(Cancellation);

        Assert.Equal("The producer has stopped and takes no more records.", _state.Failure);
        Assert.False(_state.IsFinished);
        Assert.Contains($"Error: Replay of {_path} ended early, after 1 messages.", _log.Lines);
    }

    public void Dispose() => File.Delete(_path);

    /// <summary>A message some seconds after a moment of 2020.</summary>
    private static string At(int seconds) => Time(1_594_598_735_000 + (seconds * 1_000L));

    private static string Time(long milliseconds) =>
        $$"""{"Time":{{milliseconds.ToString(CultureInfo.InvariantCulture)}}}""";

    private static string Message(DateTimeOffset time) => Time(time.ToUnixTimeMilliseconds());

    private async Task<ProducerBench> StartAsync(IEnumerable<string>? lines, Action<ReplayOptions> configure)
    {
        if (lines is not null)
        {
            await File.WriteAllLinesAsync(_path, lines, Cancellation);
        }

        var bench = new ProducerBench();
        await bench.Producer.StartAsync(Cancellation);
        await Service(bench, configure).StartAsync(Cancellation);
        return bench;
    }

    private ReplayService Service(ProducerBench bench, Action<ReplayOptions> configure)
    {
        var options = new SimulatorOptions();
        options.Replay.File = _path;
        configure(options.Replay);
        return new ReplayService(
            Options.Create(options), Options.Create(new TelemetryOptions()), bench.Producer, _state, bench.Time, _log);
    }
}
