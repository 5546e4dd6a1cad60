using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.FunctionHost.Tests.Timers;

public sealed class TimerRunnerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 2, TimeSpan.Zero);

    private readonly WatchedClock _clock = new(Start);
    private readonly Ticks _ticks = new();

    [Theory]
    [InlineData("*/5 * * * * *", 3, 8, 13)]
    [InlineData("00:00:05", 5, 10, 15)]
    public async Task A_function_is_invoked_at_its_times(string schedule, int first, int second, int third)
    {
        await using var host = await StartAsync<EveryFiveSeconds>(schedule);

        await AdvanceUntilAsync(() => _ticks.Seen.Count == 3);

        Assert.Equal([first, second, third], Due());
        Assert.Equal(
            third - second, (_ticks.Seen[1].Timer.ScheduleStatus.Next - Start.AddSeconds(second))!.Value.Seconds);
        Assert.All(_ticks.Seen, tick => Assert.False(tick.Timer.IsPastDue));
    }

    [Fact]
    public async Task Occurrences_missed_while_an_invocation_ran_become_one_that_is_past_due()
    {
        var finish = new TaskCompletionSource();
        _ticks.Behaviour = (_, _) => finish.Task;
        await using var host = await StartAsync<EveryFiveSeconds>("00:00:05");
        await AdvanceUntilAsync(() => _ticks.Seen.Count == 1);

        _clock.Advance(TimeSpan.FromSeconds(17));
        finish.SetResult();
        await AdvanceUntilAsync(() => _ticks.Seen.Count == 3);

        Assert.Equal([5, 20, 25], Due());
        Assert.Equal([false, true, false], _ticks.Seen.Select(tick => tick.Timer.IsPastDue));
        Assert.Equal(1, _ticks.MostRunning);
    }

    [Fact]
    public async Task A_failure_is_retried_as_the_attribute_says_and_the_schedule_goes_on()
    {
        _ticks.Behaviour = (timer, _) => timer.ScheduleStatus.Last == Start.AddSeconds(5)
            ? throw new InvalidOperationException("as the test wants it")
            : Task.CompletedTask;
        await using var host = await StartAsync<EveryFiveSeconds>("00:00:05");

        await AdvanceUntilAsync(() => _ticks.Seen.Count == 4);

        Assert.Equal([5, 5, 5, 10], Due());
        Assert.Equal([0, 1, 2, 0], _ticks.Seen.Select(tick => tick.Retry));
    }

    [Fact]
    public async Task A_function_may_run_when_the_host_starts()
    {
        await using var host = await StartAsync<OnStartup>("");

        await Eventually.UntilAsync(() => _ticks.Seen.Count == 1);

        Assert.Equal([0], Due());
    }

    [Fact]
    public async Task The_input_reaches_the_function_with_its_settings_filled_in()
    {
        await using var host = await FunctionTestHost.StartAsync<WithInput>(
            _clock,
            configure: builder =>
            {
                builder.Configuration["Greeting"] = "say \"hello\" \\ bye";
                builder.Services.AddSingleton(_ticks);
            },
            inputs: GreetingJsonContext.Default);

        await AdvanceUntilAsync(() => _ticks.Seen.Count == 1);

        Assert.Equal(new Greeting("say \"hello\" \\ bye", 3), _ticks.Input);
    }

    [Fact]
    public async Task A_stop_waits_for_the_invocation_that_runs()
    {
        var finish = new TaskCompletionSource();
        _ticks.Behaviour = (_, _) => finish.Task;
        await using var host = await StartAsync<EveryFiveSeconds>("00:00:05");
        await AdvanceUntilAsync(() => _ticks.Running == 1);

        var stop = host.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        finish.SetResult();
        await stop;

        Assert.Equal(0, _ticks.Running);
    }

    [Fact]
    public async Task An_invocation_that_outlasts_the_shutdown_timeout_is_cancelled()
    {
        _ticks.Behaviour = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
        await using var host = await StartAsync<EveryFiveSeconds>("00:00:05");
        await AdvanceUntilAsync(() => _ticks.Running == 1);

        await host.StopAsync(new CancellationToken(canceled: true));

        await Eventually.UntilAsync(() => _ticks.Running == 0);
        Assert.Single(_ticks.Seen);
    }

    private Task<FunctionTestHost> StartAsync<TFunction>(string schedule)
        where TFunction : class => FunctionTestHost.StartAsync<TFunction>(
        _clock,
        configure: builder =>
        {
            builder.Configuration["Tick:Schedule"] = schedule;
            builder.Services.AddSingleton(_ticks);
        });

    // What is asserted here is when something happens, so time moves in small steps, and only while somebody waits for
    // it.
    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.UntilAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        if (_clock.IsAwaited)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return false;
    });

    private IEnumerable<int> Due() =>
        _ticks.Seen.Select(tick => (int)(tick.Timer.ScheduleStatus.Last - Start).TotalSeconds);
}
