namespace TelemetryAspire.FunctionHost;

/// <summary>Waits for a time of the clock, however far away it is.</summary>
public static class WallClock
{
    /// <summary>
    /// The longest single wait. Timers count running time, so after a computer's sleep or a change of its clock a long
    /// wait would end late; the due time is looked at again this often. A timer also takes no more than 49.7 days.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Completes when it is <paramref name="due"/>; at once when that has passed.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="due">The time to wait for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended, or was not to begin.</exception>
    public static async Task DelayUntilAsync(
        this TimeProvider timeProvider, DateTimeOffset due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        while (due - timeProvider.GetUtcNow() is var remaining && remaining > TimeSpan.Zero)
        {
            await Task.Delay(remaining < LongestWait ? remaining : LongestWait, timeProvider, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
