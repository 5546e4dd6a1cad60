using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost.Checkpoints;

namespace TelemetryAspire.FunctionHost.Retries;

/// <summary>Waits out an outage: backs off, reports Degraded, and repeats until it works or the host stops.</summary>
internal sealed partial class OutageHold(
    FunctionHostHealth health,
    Jitter jitter,
    IOptions<FunctionHostOptions> options,
    TimeProvider timeProvider,
    ILogger<OutageHold> logger)
{
    /// <summary>The first delay: short, since most failures of a reachable service are over at once.</summary>
    public static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(200);

    /// <summary>Repeats <paramref name="step"/> until it succeeds.</summary>
    /// <param name="what">
    /// What is held meanwhile, for health and logs, such as "Dead letters of ProcessTelemetry".
    /// </param>
    /// <param name="step">
    /// The step; whatever it throws, but for a lost shard, is an outage: there is nothing else that could be done about
    /// it.
    /// </param>
    /// <param name="stop">A stop ends the waiting, not a running attempt.</param>
    /// <exception cref="OperationCanceledException">The host stopped before the step succeeded.</exception>
    public async Task<T> UntilItWorksAsync<T>(string what, Func<CancellationToken, Task<T>> step, StopSignals stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var result = await step(stop.GiveUp);
                Recovered(what);
                return result;
            }
            catch (OperationCanceledException) when (stop.StopReading.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception) when (stop.GiveUp.IsCancellationRequested)
            {
                throw new OperationCanceledException(stop.GiveUp);
            }
            catch (Exception exception) when (exception is not CheckpointConflictException)
            {
                await HoldAsync(what, attempt, exception.Message, exception, stop);
            }
        }
    }

    /// <summary>Reports the outage and waits before attempt number <paramref name="attempt"/> + 1, from 0.</summary>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task HoldAsync(string what, int attempt, string reason, Exception? exception, StopSignals stop)
    {
        var delay = Backoff.Delay(attempt, MinBackoff, options.Value.OutageMaxBackoff, jitter);
        health.ReportOutage(what, reason);
        LogHolding(what, attempt + 1, delay.TotalSeconds, reason);
        if (exception is not null)
        {
            LogCause(exception, what);
        }

        await Task.Delay(delay, timeProvider, stop.StopReading);
    }

    /// <summary>Takes back the report of an outage; does nothing when there was none.</summary>
    public void Recovered(string what)
    {
        if (health.Outages.ContainsKey(what))
        {
            health.ReportRecovery(what);
            LogRecovered(what);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What}: attempt {Attempt} failed, next in {DelaySeconds:0.0} s: {Reason}")]
    private partial void LogHolding(string what, int attempt, double delaySeconds, string reason);

    // A stack trace for each shard would bury the line that says what is out.
    [LoggerMessage(LogLevel.Debug, "{What}: the failure in full.")]
    private partial void LogCause(Exception exception, string what);

    [LoggerMessage(LogLevel.Information, "{What}: works again.")]
    private partial void LogRecovered(string what);
}
