namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>Lets requests in until it closes, and tells when the last of them has left.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class RequestGate
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Guarded by _lock.
    private readonly HashSet<HttpContext> _inside = [];
    private bool _isClosed;

    /// <summary>Lets a request in, which calls <see cref="Leave"/> at its end.</summary>
    /// <returns>False when the gate is closed.</returns>
    public bool TryEnter(HttpContext context)
    {
        lock (_lock)
        {
            return !_isClosed && _inside.Add(context);
        }
    }

    public void Leave(HttpContext context)
    {
        lock (_lock)
        {
            _inside.Remove(context);
            CompleteWhenEmpty();
        }
    }

    /// <summary>Lets nobody in any more.</summary>
    /// <returns>Completes when nobody is inside.</returns>
    public Task Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            CompleteWhenEmpty();
            return _empty.Task;
        }
    }

    /// <summary>Cuts the connections of those inside: what they wait for is cancelled.</summary>
    /// <returns>How many there were.</returns>
    public int Abort()
    {
        lock (_lock)
        {
            foreach (var context in _inside)
            {
                context.Abort();
            }

            return _inside.Count;
        }
    }

    private void CompleteWhenEmpty()
    {
        if (_isClosed && _inside.Count == 0)
        {
            _empty.TrySetResult();
        }
    }
}
