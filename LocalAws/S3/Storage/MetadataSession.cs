using Microsoft.Data.Sqlite;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>One connection to the database with its prepared statements. Not for two threads at once.</summary>
internal sealed class MetadataSession(SqliteConnection connection) : IDisposable
{
    private const string ObjectColumns =
        "key, content, size, etag, modified_ms, headers, checksum_algorithm, checksum";

    // A BLOB is greater than any TEXT in SQLite, which makes an upper bound that excludes no key.
    private static readonly byte[] AboveEveryKey = [];

    private readonly Dictionary<string, SqliteCommand> _commands = [];

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
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long ReadSchemaVersion()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    public StoredBucket? FindBucket(string name)
    {
        using var reader = Prepare("SELECT id, name, region, created_ms FROM buckets WHERE name = $0", name)
            .ExecuteReader();
        return reader.Read() ? ReadBucket(reader) : null;
    }

    public List<StoredBucket> ListBuckets()
    {
        using var reader = Prepare("SELECT id, name, region, created_ms FROM buckets ORDER BY name").ExecuteReader();
        var buckets = new List<StoredBucket>();
        while (reader.Read())
        {
            buckets.Add(ReadBucket(reader));
        }
        return buckets;
    }

    public void InsertBucket(string name, string region, DateTimeOffset createdAt) => Prepare(
        "INSERT INTO buckets (name, region, created_ms) VALUES ($0, $1, $2)",
        name,
        region,
        createdAt.ToUnixTimeMilliseconds()).ExecuteNonQuery();

    public void DeleteBucket(long bucket) => Prepare("DELETE FROM buckets WHERE id = $0", bucket).ExecuteNonQuery();

    public StoredObject? FindObject(long bucket, string key)
    {
        using var reader = Prepare(
            $"SELECT {ObjectColumns} FROM objects WHERE bucket = $0 AND key = $1", bucket, key).ExecuteReader();
        return reader.Read() ? ReadObject(reader) : null;
    }

    public void UpsertObject(long bucket, StoredObject stored) => Prepare(
        $"INSERT OR REPLACE INTO objects (bucket, {ObjectColumns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
        bucket,
        stored.Key,
        stored.Content.Value,
        stored.Size,
        stored.ETag,
        stored.LastModified.ToUnixTimeMilliseconds(),
        ObjectHeaders.Serialize(stored.Headers),
        stored.ChecksumAlgorithm,
        stored.Checksum).ExecuteNonQuery();

    public void DeleteObject(long bucket, string key) =>
        Prepare("DELETE FROM objects WHERE bucket = $0 AND key = $1", bucket, key).ExecuteNonQuery();

    public bool HasObjects(long bucket) =>
        Prepare("SELECT 1 FROM objects WHERE bucket = $0 LIMIT 1", bucket).ExecuteScalar() is not null;

    /// <summary>Reads objects in key order, from <paramref name="from"/> (inclusive) to <paramref name="below"/>
    /// (exclusive; null: no bound). Dispose the enumeration before the next statement.</summary>
    public IEnumerable<ObjectSummary> ScanObjects(long bucket, string from, string? below)
    {
        using var reader = Prepare(
            """
            SELECT key, size, etag, modified_ms, checksum_algorithm FROM objects
            WHERE bucket = $0 AND key >= $1 AND key < $2 ORDER BY key
            """,
            bucket,
            from,
            below is null ? AboveEveryKey : below).ExecuteReader();
        while (reader.Read())
        {
            yield return new ObjectSummary(
                reader.GetString(0),
                reader.GetInt64(1),
                reader.GetString(2),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                reader.GetString(4));
        }
    }

    public HashSet<ContentId> ListContents()
    {
        using var reader = Prepare("SELECT content FROM objects").ExecuteReader();
        var contents = new HashSet<ContentId>();
        while (reader.Read())
        {
            contents.Add(new ContentId(reader.GetInt64(0)));
        }
        return contents;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }

    private static StoredBucket ReadBucket(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)));

    private static StoredObject ReadObject(SqliteDataReader reader) => new()
    {
        Key = reader.GetString(0),
        Content = new ContentId(reader.GetInt64(1)),
        Size = reader.GetInt64(2),
        ETag = reader.GetString(3),
        LastModified = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
        Headers = ObjectHeaders.Deserialize(reader.GetString(5)),
        ChecksumAlgorithm = reader.GetString(6),
        Checksum = reader.GetString(7),
    };

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
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
}
