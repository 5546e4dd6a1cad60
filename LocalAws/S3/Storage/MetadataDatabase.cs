using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The SQLite database of buckets and of what is known about each object.</summary>
/// <remarks>
/// Write-ahead log: a commit is on the disk when it returns (<c>synchronous=FULL</c>). Under
/// <see cref="FsyncPolicy.Never"/> it has reached the operating system (<c>NORMAL</c>), so it survives the death of
/// this process; a power failure may take the last commits, never the database's consistency. One writer, any number
/// of readers, each reader seeing the state at its query's start.
/// </remarks>
internal sealed class MetadataDatabase : IDisposable
{
    private readonly string _connectionString;
    private readonly FsyncPolicy _fsync;
    private readonly ConcurrentBag<MetadataSession> _readers = [];

    public MetadataDatabase(string path, FsyncPolicy fsync)
    {
        _fsync = fsync;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Writer = OpenSession();
        MetadataSchema.Apply(Writer, path);
    }

    /// <summary>The one session that may write; owned by <see cref="MetadataWriter"/> once that runs.</summary>
    public MetadataSession Writer { get; }

    /// <summary>Runs one query on a session that no other thread has.</summary>
    public TResult Read<TResult>(Func<MetadataSession, TResult> query)
    {
        if (!_readers.TryTake(out var session))
        {
            session = OpenSession();
        }
        try
        {
            return query(session);
        }
        finally
        {
            _readers.Add(session);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_readers.TryTake(out var session))
        {
            session.Dispose();
        }
        Writer.Dispose();
    }

    private MetadataSession OpenSession()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var session = new MetadataSession(connection);
        var synchronous = _fsync == FsyncPolicy.Never ? "NORMAL" : "FULL";
        session.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA busy_timeout = 5000");
        return session;
    }
}
