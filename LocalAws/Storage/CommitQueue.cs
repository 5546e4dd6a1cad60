namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Collects appends while a commit is under way, so that the next one commits them together.</summary>
/// <remarks>Thread-safe. Appends are committed in the order of their calls, one commit at a time.</remarks>
/// <param name="policy">How many appends share a commit, and where it runs.</param>
/// <param name="commit">Commits a group and answers each append in it. It must not throw.</param>
internal sealed class CommitQueue(FsyncPolicy policy, Action<IReadOnlyList<PendingAppend>> commit)
{
    private readonly Lock _lock = new();

    // Guarded by _lock.
    private readonly Queue<PendingAppend> _waiting = new();
    private Task _last = Task.CompletedTask;
    private bool _isRunning;

    // Used by the one commit that runs.
    private readonly List<PendingAppend> _group = [];

    public void Add(PendingAppend append)
    {
        lock (_lock)
        {
            _waiting.Enqueue(append);
            _last = append.Committed;
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
        }

        if (policy == FsyncPolicy.Never)
        {
            // A write the system only takes note of is over sooner than a thread is woken.
            while (CommitNext())
            {
            }
        }
        else
        {
            CommitThreads.Logs.Run(CommitOnThread);
        }
    }

    /// <summary>Blocks until the append added last is over.</summary>
    public void WaitForLast()
    {
        Task last;
        lock (_lock)
        {
            last = _last;
        }

        try
        {
            last.Wait();
        }
        catch (AggregateException)
        {
            // Its caller is told.
        }
    }

    private void CommitOnThread()
    {
        if (CommitNext())
        {
            // Behind the other logs: one that never falls idle must not keep a thread from them.
            CommitThreads.Logs.Run(CommitOnThread);
        }
    }

    /// <returns>Whether more appends wait.</returns>
    private bool CommitNext()
    {
        lock (_lock)
        {
            TakeGroup();
        }

        commit(_group);
        _group.Clear();
        lock (_lock)
        {
            _isRunning = _waiting.Count > 0;
            return _isRunning;
        }
    }

    private void TakeGroup()
    {
        while (_waiting.TryDequeue(out var next))
        {
            _group.Add(next);
            if (policy == FsyncPolicy.EveryWrite)
            {
                return;
            }
        }
    }
}
