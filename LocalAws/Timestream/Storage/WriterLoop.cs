using System.Threading.Channels;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The one writer of the DuckDB file: takes requests off a bounded queue and gives many of them one commit.</summary>
/// <remarks>
/// A commit of one request costs about a millisecond, of hundreds of requests hardly more: while one commit runs, the
/// next requests gather. A request completes after its commit has reached the disk. Changes of the catalog go through the
/// same queue, each in a transaction of its own.
/// </remarks>
internal sealed class WriterLoop : IAsyncDisposable
{
    /// <summary>Requests that may wait: beyond, callers wait for room, so that memory stays bounded.</summary>
    private const int QueueCapacity = 1024;

    /// <summary>Records in one commit: bounds its duration (about 100 ms) and its memory.</summary>
    private const int MaxRecordsPerCommit = 50_000;

    private readonly DuckDBConnection _connection;
    private readonly Channel<object> _queue = Channel.CreateBounded<object>(
        new BoundedChannelOptions(QueueCapacity) { SingleReader = true });
    private readonly Dictionary<int, TableWriter> _tables = [];
    private readonly StoredRowLookup _lookup;
    private readonly Task _loop;
    private volatile CatalogSnapshot _catalog;

    /// <param name="connection">The writer's own connection: disposed with it.</param>
    public WriterLoop(DuckDBConnection connection)
    {
        _connection = connection;
        _lookup = new StoredRowLookup(connection);
        _catalog = CatalogFile.Load(connection);
        // Not a thread of the pool, which has as many as there are cores: a commit blocks its thread while it waits for
        // the disk, and requests would have one core less meanwhile.
        _loop = Task.Factory.StartNew(
            RunAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The catalog as last committed.</summary>
    public CatalogSnapshot Catalog => _catalog;

    /// <summary>Whether the loop still takes requests.</summary>
    public bool IsRunning => !_loop.IsCompleted;

    public async Task<WriteOutcome> WriteAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        await _queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Completion;
    }

    public async Task ChangeAsync(CatalogChange change, CancellationToken cancellationToken)
    {
        await _queue.Writer.WriteAsync(change, cancellationToken);
        await change.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        try
        {
            await _loop;
        }
        finally
        {
            _connection.Dispose();
        }
    }

    private void RunAll()
    {
        var writes = new List<PendingWrite>();
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var records = 0;
            CatalogChange? change = null;
            while (change is null && records < MaxRecordsPerCommit && _queue.Reader.TryRead(out var work))
            {
                change = work as CatalogChange;
                if (work is PendingWrite write)
                {
                    writes.Add(write);
                    records += write.Records.Count;
                }
            }

            Commit(writes);
            writes.Clear();
            Commit(change);
        }
    }

    private void Commit(List<PendingWrite> writes)
    {
        foreach (var group in writes.GroupBy(write => write.Table))
        {
            List<PendingWrite> sameTable = [.. group];
            try
            {
                Commit(group.Key, sameTable);
            }
            catch (Exception exception)
            {
                // What the writer remembers may be ahead of the table now: it is loaded anew from the table.
                Forget(group.Key);
                sameTable.ForEach(write => write.Fail(exception));
            }
        }
    }

    private void Commit(TableName name, List<PendingWrite> writes)
    {
        if (!_catalog.Tables.TryGetValue(name, out var table))
        {
            writes.ForEach(write => write.Fail(TimestreamErrors.TableNotFound(name.Table)));
            return;
        }

        var writer = Open(table);
        var refused = Admit(table, writer, writes);
        _connection.InTransaction(() => writer.Write(writes, refused));
        writes.ForEach(write => write.Complete());
    }

    private TableWriter Open(TableEntry table)
    {
        if (!_tables.TryGetValue(table.Id, out var writer))
        {
            writer = new TableWriter(_connection, _lookup, table);
            _tables.Add(table.Id, writer);
        }

        return writer;
    }

    /// <summary>Adds the columns that the records bring, in a commit of their own; returns the records refused.</summary>
    private HashSet<IncomingRecord> Admit(TableEntry table, TableWriter writer, List<PendingWrite> writes)
    {
        var refused = new HashSet<IncomingRecord>();
        foreach (var write in writes)
        {
            foreach (var record in write.Records)
            {
                if (writer.Admit(record) is { } reason)
                {
                    refused.Add(record);
                    write.Reject(new RecordRejection(record.Index, reason));
                }
            }
        }

        if (!ReferenceEquals(writer.Growth.Table, table))
        {
            var catalog = new CatalogTransaction(_connection, _catalog);
            _connection.InTransaction(() => catalog.Extend(table, writer.Growth.Table));
            _catalog = catalog.Catalog;
        }

        return refused;
    }

    private void Commit(CatalogChange? change)
    {
        if (change is null)
        {
            return;
        }

        try
        {
            var catalog = new CatalogTransaction(_connection, _catalog);
            _connection.InTransaction(() => change.Apply(catalog));
            _catalog = catalog.Catalog;
            RefreshTables();
            change.Complete();
        }
        catch (Exception exception)
        {
            change.Fail(exception);
        }
    }

    private void RefreshTables()
    {
        var current = _catalog.Tables.Values.ToDictionary(table => table.Id);
        foreach (var id in _tables.Keys.ToList())
        {
            if (current.TryGetValue(id, out var table))
            {
                _tables[id].Growth.Refresh(table);
            }
            else
            {
                _tables.Remove(id);
            }
        }
    }

    private void Forget(TableName name)
    {
        if (_catalog.Tables.TryGetValue(name, out var table))
        {
            _tables.Remove(table.Id);
        }
    }
}
