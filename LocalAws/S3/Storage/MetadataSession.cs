using Microsoft.Data.Sqlite;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>One connection to the database with its prepared statements. Not for two threads at once.</summary>
internal sealed class MetadataSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public MetadataSession(SqliteConnection connection)
    {
        _connection = connection;
        Buckets = new BucketTable(this);
        Objects = new ObjectTable(this);
        Uploads = new UploadTable(this);
        Parts = new PartTable(this);
    }

    public BucketTable Buckets { get; }

    public ObjectTable Objects { get; }

    /// <summary>The multipart uploads under way.</summary>
    public UploadTable Uploads { get; }

    /// <summary>The parts of uploads under way, and of the objects that uploads became.</summary>
    public PartTable Parts { get; }

    /// <summary>Runs <paramref name="statements"/> as one transaction: all of them stand, or none.</summary>
    public void InTransaction(Action statements)
    {
        Prepare("BEGIN IMMEDIATE").ExecuteNonQuery();
        try
        {
            statements();
            Prepare("COMMIT").ExecuteNonQuery();
        }
        catch
        {
            Prepare("ROLLBACK").ExecuteNonQuery();
            throw;
        }
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long ReadSchemaVersion()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Every file that an object or an upload under way needs.</summary>
    public HashSet<ContentId> ListContents()
    {
        using var reader = Prepare("SELECT content FROM objects UNION ALL SELECT content FROM parts").ExecuteReader();
        var contents = new HashSet<ContentId>();
        while (reader.Read())
        {
            contents.Add(new ContentId(reader.GetInt64(0)));
        }
        return contents;
    }

    /// <summary>Forgets where an object's content is, whose row is about to change.</summary>
    /// <returns>The files that are to be deleted once that is committed.</returns>
    public IReadOnlyList<ContentId> DetachContent(StoredObject? stored)
    {
        if (stored?.UploadId is not { } upload)
        {
            return stored is null ? [] : [stored.Content];
        }
        var files = Parts.List(upload).ConvertAll(part => part.Content);
        Parts.DeleteAll(upload);
        return files;
    }

    /// <summary>The statement with its parameters <c>$0</c>, <c>$1</c>, … set; it is prepared once and kept.</summary>
    public SqliteCommand Prepare(string sql, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }
            _commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].ResetSqliteType();
            command.Parameters[i].Value = values[i];
        }
        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
        _connection.Dispose();
    }
}
