namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Keeps the files of contents in several pieces until the last reader is done with them.</summary>
/// <remarks>
/// A reader of one file opens it at once, and then keeps it though it is deleted. Ten thousand files cannot all be
/// opened, so their deletion waits instead; a crash before it leaves files without a row, which a start removes.
/// A content is known here by its first file.
/// </remarks>
internal sealed class ContentLeases
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ContentId, Lease> _leases = [];

    /// <summary>Begins reading, unless the content is being deleted or does not exist.</summary>
    public bool TryAcquire(ContentId first, Func<bool> exists)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(first, out var lease))
            {
                lease.Readers += lease.IsDoomed ? 0 : 1;
                return !lease.IsDoomed;
            }
            if (!exists())
            {
                return false;
            }
            _leases.Add(first, new Lease { Readers = 1 });
            return true;
        }
    }

    /// <summary>Ends reading.</summary>
    public void Release(ContentId first)
    {
        Action? delete;
        lock (_lock)
        {
            var lease = _leases[first];
            if (--lease.Readers > 0)
            {
                return;
            }
            delete = lease.Delete;
            if (delete is null)
            {
                _leases.Remove(first);
                return;
            }
        }
        Finish(first, delete);
    }

    /// <summary>Deletes when nobody reads the content: now, or as the last reader ends.</summary>
    public void DeleteWhenFree(ContentId first, Action delete)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(first, out var lease))
            {
                lease.Delete = delete;
                return;
            }
            _leases.Add(first, new Lease { Delete = delete });
        }
        Finish(first, delete);
    }

    private void Finish(ContentId first, Action delete)
    {
        delete();
        lock (_lock)
        {
            _leases.Remove(first);
        }
    }

    private sealed class Lease
    {
        public int Readers { get; set; }

        public Action? Delete { get; set; }

        public bool IsDoomed => Delete is not null;
    }
}
