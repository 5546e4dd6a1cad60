using System.Threading.Channels;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>
/// Makes every change of the metadata, one after another, committing those that wait together as one.
/// </summary>
/// <remarks>
/// A change sees all changes before it, so "put unless it exists" needs no lock. A change must make all its
/// checks before its first writing statement: a refusal (<see cref="S3Exception"/>) does not undo what the change wrote
/// before it, since the changes around it are committed. Any other exception fails every change of the commit. A reply
/// waits for the commit.
/// </remarks>
internal sealed class MetadataWriter : IAsyncDisposable
{
    /// <summary>Changes in one commit at most: bounds how long the first of them waits.</summary>
    private const int MaxChangesPerCommit = 256;

    /// <summary>Changes that may wait; beyond, callers wait to enqueue.</summary>
    private const int MaxWaitingChanges = 4096;

    private readonly Channel<PendingChange> _waiting = Channel.CreateBounded<PendingChange>(
        new BoundedChannelOptions(MaxWaitingChanges) { SingleReader = true });

    private readonly int _maxChangesPerCommit;
    private readonly MetadataSession _session;
    private readonly Task _loop;

    public MetadataWriter(MetadataSession session, FsyncPolicy fsync)
    {
        _maxChangesPerCommit = fsync == FsyncPolicy.EveryWrite ? 1 : MaxChangesPerCommit;
        _session = session;
        _loop = Task.Run(CommitChangesAsync);
    }

    /// <summary>Runs a change and waits until it is committed.</summary>
    public async Task<TResult> WriteAsync<TResult>(
        Func<MetadataSession, TResult> change,
        CancellationToken cancellationToken)
    {
        var pending = new PendingChange<TResult>(change);
        await _waiting.Writer.WriteAsync(pending, cancellationToken);
        return await pending.Committed;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task CommitChangesAsync()
    {
        var batch = new List<PendingChange>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < _maxChangesPerCommit && _waiting.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingChange> batch)
    {
        try
        {
            _session.InTransaction(() => batch.ForEach(change => change.Apply(_session)));
        }
        catch (Exception exception)
        {
            // Nothing of this commit stands: every caller gets the failure as its own.
            batch.ForEach(change => change.Fail(exception));
            return;
        }
        batch.ForEach(change => change.Complete());
    }

    private abstract class PendingChange
    {
        public abstract void Apply(MetadataSession session);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class PendingChange<TResult>(Func<MetadataSession, TResult> change) : PendingChange
    {
        private readonly TaskCompletionSource<TResult> _completion =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        private TResult? _result;
        private S3Exception? _refusal;

        public Task<TResult> Committed => _completion.Task;

        public override void Apply(MetadataSession session)
        {
            try
            {
                _result = change(session);
            }
            catch (S3Exception refusal)
            {
                _refusal = refusal;
            }
        }

        public override void Complete()
        {
            if (_refusal is null)
            {
                _completion.SetResult(_result!);
            }
            else
            {
                _completion.SetException(_refusal);
            }
        }

        public override void Fail(Exception exception) => _completion.TrySetException(exception);
    }
}
