using Microsoft.Data.Sqlite;
using TelemetryAspire.FunctionHost.Ownership;

namespace TelemetryAspire.FunctionHost.Checkpoints;

/// <summary>Checkpoints in one SQLite file, for the workers of one machine.</summary>
/// <remarks>
/// WAL with synchronous=NORMAL: a commit has reached the operating system, so it survives a kill of the process. A
/// power cut may lose the last commits, which is harmless: the records after the older checkpoint are handled again.
/// </remarks>
internal sealed class SqliteCheckpointStore : ICheckpointStore, IStartupCheck, IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS checkpoints (
            stream_arn TEXT NOT NULL,
            stream_created_ms INTEGER NOT NULL,
            function TEXT NOT NULL,
            shard_id TEXT NOT NULL,
            position TEXT NOT NULL,
            PRIMARY KEY (stream_arn, stream_created_ms, function, shard_id)
        ) WITHOUT ROWID;
        """;

    private const string WhereKey =
        "stream_arn = $arn AND stream_created_ms = $created AND function = $function AND shard_id = $shard";

    private const string Select = $"SELECT position FROM checkpoints WHERE {WhereKey}";

    private const string Insert =
        "INSERT INTO checkpoints VALUES ($arn, $created, $function, $shard, $target) ON CONFLICT DO NOTHING";

    // The second condition on position is a net under the first: whatever the caller believes, never backward.
    private const string Update =
        $"UPDATE checkpoints SET position = $target WHERE {WhereKey} AND position = $expected AND position < $target";

    private readonly string _path;
    private readonly IReadOnlyList<string> _functions;
    private readonly List<FunctionLock> _locks = [];
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    /// <param name="path">The database file.</param>
    /// <param name="functions">The functions this process runs; no other process may run them on the same file.</param>
    public SqliteCheckpointStore(string path, IReadOnlyList<string> functions)
    {
        _path = Path.GetFullPath(path);
        _functions = functions;
    }

    /// <summary>Creates the file and its folder, and takes the locks of its functions.</summary>
    /// <exception cref="FunctionHostConfigurationException">
    /// The file cannot be written, or another worker runs.
    /// </exception>
    public void Check()
    {
        lock (_gate)
        {
            Open();
        }
    }

    public Task<Checkpoint?> ReadAsync(CheckpointKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            using var select = Command(Select, key);
            return Task.FromResult<Checkpoint?>(
                select.ExecuteScalar() is string position ? CheckpointText.Read(position) : null);
        }
    }

    public Task<bool> TryMoveAsync(
        CheckpointKey key, Checkpoint? expected, Checkpoint target, CancellationToken cancellationToken)
    {
        if (!target.IsAfter(expected))
        {
            throw new ArgumentException($"A checkpoint cannot move from {expected} to {target}.", nameof(target));
        }

        lock (_gate)
        {
            using var move = Command(expected is null ? Insert : Update, key);
            move.Parameters.AddWithValue("$target", CheckpointText.Write(target));
            if (expected is not null)
            {
                move.Parameters.AddWithValue("$expected", CheckpointText.Write(expected));
            }

            return Task.FromResult(move.ExecuteNonQuery() == 1);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection?.Dispose();
            _connection = null;
            _locks.ForEach(held => held.Dispose());
            _locks.Clear();
        }
    }

    private SqliteCommand Command(string text, CheckpointKey key)
    {
        var command = Open().CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$arn", key.StreamArn);
        command.Parameters.AddWithValue("$created", key.StreamCreated.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$function", key.Function);
        command.Parameters.AddWithValue("$shard", key.ShardId.Value);
        return command;
    }

    private SqliteConnection Open()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            foreach (var function in _functions)
            {
                _locks.Add(FunctionLock.Take(_path, function));
            }

            // Pooling would keep the file open after Dispose. The time-out is how long a writer waits for another
            // process.
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = _path,
                Pooling = false,
                DefaultTimeout = 30,
            }.ConnectionString);
            connection.Open();
            using var create = connection.CreateCommand();
            create.CommandText = Schema;
            create.ExecuteNonQuery();
            return _connection = connection;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            connection?.Dispose();
            _locks.ForEach(held => held.Dispose());
            _locks.Clear();
            throw new FunctionHostConfigurationException(
                $"The checkpoint database '{_path}' (FunctionHost:CheckpointDatabase) cannot be opened for writing: "
                + exception.Message,
                exception);
        }
    }
}
