using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The objects in the database.</summary>
internal sealed class ObjectTable(MetadataSession session)
{
    private const string Columns = "key, content, size, etag, modified_ms, headers, checksum_algorithm, checksum, "
        + "checksum_type, tags, upload";

    // A BLOB is greater than any TEXT in SQLite, which makes an upper bound that excludes no key.
    private static readonly byte[] AboveEveryKey = [];

    public StoredObject? Find(long bucket, string key)
    {
        using var reader = session.Prepare(
            $"SELECT {Columns} FROM objects WHERE bucket = $0 AND key = $1", bucket, key).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    /// <summary>The object of that key.</summary>
    /// <exception cref="S3Exception">NoSuchKey.</exception>
    public StoredObject Get(long bucket, string key) => Find(bucket, key) ?? throw S3Errors.NoSuchKey(key);

    public void Upsert(long bucket, StoredObject stored) => session.Prepare(
        $"""
        INSERT OR REPLACE INTO objects (bucket, {Columns})
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        bucket,
        stored.Key,
        stored.Content.Value,
        stored.Size,
        stored.ETag,
        stored.LastModified.ToUnixTimeMilliseconds(),
        JsonText.Serialize(stored.Metadata.Headers),
        stored.ChecksumAlgorithm.Name,
        stored.Checksum,
        stored.ChecksumType,
        JsonText.Serialize(stored.Metadata.Tags),
        (object?)stored.UploadId ?? DBNull.Value).ExecuteNonQuery();

    public void SetTags(long bucket, string key, IReadOnlyDictionary<string, string> tags) => session.Prepare(
        "UPDATE objects SET tags = $2 WHERE bucket = $0 AND key = $1",
        bucket,
        key,
        JsonText.Serialize(tags)).ExecuteNonQuery();

    public void Delete(long bucket, string key) =>
        session.Prepare("DELETE FROM objects WHERE bucket = $0 AND key = $1", bucket, key).ExecuteNonQuery();

    public bool HasAny(long bucket) =>
        session.Prepare("SELECT 1 FROM objects WHERE bucket = $0 LIMIT 1", bucket).ExecuteScalar() is not null;

    /// <summary>Reads objects in key order, from <paramref name="from"/> (inclusive) to <paramref name="below"/>
    /// (exclusive; null: no bound). Dispose the enumeration before the next statement.</summary>
    public IEnumerable<ObjectSummary> Scan(long bucket, string from, string? below)
    {
        using var reader = session.Prepare(
            """
            SELECT key, size, etag, modified_ms, checksum_algorithm, checksum_type FROM objects
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
                reader.GetString(4),
                reader.GetString(5));
        }
    }

    private static StoredObject Read(SqliteDataReader reader) => new()
    {
        Key = reader.GetString(0),
        Content = new ContentId(reader.GetInt64(1)),
        Size = reader.GetInt64(2),
        ETag = reader.GetString(3),
        LastModified = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
        Metadata = new ObjectMetadata(JsonText.Deserialize(reader.GetString(5)))
        {
            Tags = JsonText.Deserialize(reader.GetString(9)),
        },
        ChecksumAlgorithm = ChecksumAlgorithm.FindByName(reader.GetString(6))!,
        Checksum = reader.GetString(7),
        ChecksumType = reader.GetString(8),
        UploadId = reader.IsDBNull(10) ? null : reader.GetString(10),
    };
}
