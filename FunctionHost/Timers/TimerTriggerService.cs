using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Timers;

/// <summary>Runs every timer function; a stop waits for the invocations that run, then cancels them.</summary>
internal sealed class TimerTriggerService(
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    Jitter jitter,
    TimeProvider timeProvider,
    ILogger<TimerRunner> logger) : IHostedService, IDisposable
{
    private readonly StopSource _stop = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetUtcNow();
        _running = Task.WhenAll(catalog.Timers.Select(function =>
        {
            var runner = new TimerRunner(function, invoker, jitter, timeProvider, logger);
            return Task.Run(() => runner.RunAsync(started, _stop.Signals), CancellationToken.None);
        }));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stop.StopAsync(_running, cancellationToken);

    public void Dispose() => _stop.Dispose();
}
