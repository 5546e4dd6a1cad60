namespace TelemetryAspire.FunctionHost;

/// <summary>Stops a set of tasks in two stages.</summary>
internal sealed class StopSource : IDisposable
{
    private static readonly TimeSpan AfterCancellation = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopReading;
    private readonly CancellationTokenSource _giveUp;

    /// <summary>A source of its own, or one that also stops when <paramref name="parent"/> does.</summary>
    public StopSource(StopSignals parent = default)
    {
        _stopReading = CancellationTokenSource.CreateLinkedTokenSource(parent.StopReading);
        _giveUp = CancellationTokenSource.CreateLinkedTokenSource(parent.GiveUp);
    }

    public StopSignals Signals => new(_stopReading.Token, _giveUp.Token);

    /// <summary>Stage one alone: what was read is still finished.</summary>
    public Task StopReadingAsync() => _stopReading.CancelAsync();

    /// <summary>
    /// Waits for <paramref name="running"/> to finish by itself; cancels it when <paramref name="timeout"/> fires.
    /// </summary>
    public async Task StopAsync(Task running, CancellationToken timeout)
    {
        await _stopReading.CancelAsync();
        try
        {
            await running.WaitAsync(timeout);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await _giveUp.CancelAsync();
            // Services are disposed next; what observes its cancellation is gone by then.
            await Task.WhenAny(running, Task.Delay(AfterCancellation, TimeProvider.System, CancellationToken.None));
        }
    }

    /// <summary>Skips to stage two: what runs works for something that no longer exists.</summary>
    public async Task GiveUpAsync()
    {
        await _stopReading.CancelAsync();
        await _giveUp.CancelAsync();
    }

    public void Dispose()
    {
        _stopReading.Dispose();
        _giveUp.Dispose();
    }
}
