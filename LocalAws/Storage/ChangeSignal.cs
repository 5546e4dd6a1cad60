namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Wakes those who wait for something to change, without a thread or a timer while nothing does.</summary>
/// <remarks>
/// Thread-safe. Take <see cref="Next"/> first, look second and wait last: a change that comes between the look and the
/// wait completes the task that was taken before. Raising costs one read where nobody waits.
/// </remarks>
internal sealed class ChangeSignal
{
    private TaskCompletionSource? _waiting;

    /// <summary>Completes with the next <see cref="Raise"/>.</summary>
    public Task Next
    {
        get
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _waiting, fresh, null) ?? fresh).Task;
        }
    }

    /// <summary>Tells that a change is there to be seen.</summary>
    public void Raise()
    {
        // The fence keeps the look at who waits behind the change itself, as seen by one who takes Next and looks.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) is not null)
        {
            Interlocked.Exchange(ref _waiting, null)?.SetResult();
        }
    }
}
