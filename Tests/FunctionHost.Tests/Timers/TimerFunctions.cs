using System.Text.Json.Serialization;

namespace TelemetryAspire.FunctionHost.Tests.Timers;

/// <summary>What the timer functions under test do, and what they were given.</summary>
internal sealed class Ticks
{
    private readonly Lock _gate = new();
    private readonly List<(TimerInfo Timer, int Retry)> _seen = [];

    public Func<TimerInfo, CancellationToken, Task> Behaviour { get; set; } = (_, _) => Task.CompletedTask;

    public int Running { get; private set; }

    public int MostRunning { get; private set; }

    public Greeting? Input { get; set; }

    public IReadOnlyList<(TimerInfo Timer, int Retry)> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public async Task RunAsync(TimerInfo timer, FunctionContext context)
    {
        lock (_gate)
        {
            _seen.Add((timer, context.RetryContext.RetryCount));
            MostRunning = Math.Max(MostRunning, ++Running);
        }

        try
        {
            await Behaviour(timer, context.CancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                Running--;
            }
        }
    }
}

internal sealed class EveryFiveSeconds(Ticks ticks)
{
    [Function("Tick"), FixedDelayRetry(2, "00:00:01")]
    public Task RunAsync([TimerTrigger("%Tick:Schedule%")] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context);
}

internal sealed class OnStartup(Ticks ticks)
{
    [Function("Tick")]
    public Task RunAsync([TimerTrigger("01:00:00", RunOnStartup = true)] TimerInfo timer, FunctionContext context) =>
        ticks.RunAsync(timer, context);
}

internal sealed record Greeting(string Text, int Times);

internal sealed class WithInput(Ticks ticks)
{
    [Function("Greet")]
    public Task RunAsync(
        [TimerTrigger("00:00:05", Input = """{"Text":"%Greeting%","Times":3}""")] TimerInfo timer,
        Greeting greeting,
        FunctionContext context)
    {
        ticks.Input = greeting;
        return ticks.RunAsync(timer, context);
    }
}

[JsonSerializable(typeof(Greeting))]
internal sealed partial class GreetingJsonContext : JsonSerializerContext;
