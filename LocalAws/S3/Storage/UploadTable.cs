using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The multipart uploads under way in the database.</summary>
internal sealed class UploadTable(MetadataSession session)
{
    private const string Columns = "id, bucket, key, initiated_ms, headers, tags, checksum_algorithm, checksum_type";

    /// <summary>The upload of that id, when it is one of that object.</summary>
    /// <exception cref="S3Exception">NoSuchUpload.</exception>
    public StoredUpload Get(long bucket, string key, string id) =>
        Find(bucket, key, id) ?? throw S3Errors.NoSuchUpload(id);

    /// <inheritdoc cref="Get"/>
    public StoredUpload? Find(long bucket, string key, string id)
    {
        using var reader = session.Prepare(
            $"SELECT {Columns} FROM uploads WHERE id = $2 AND bucket = $0 AND key = $1", bucket, key, id)
            .ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    public void Insert(StoredUpload upload) => session.Prepare(
        $"INSERT INTO uploads ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
        upload.Id,
        upload.Bucket,
        upload.Key,
        upload.InitiatedAt.ToUnixTimeMilliseconds(),
        JsonText.Serialize(upload.Metadata.Headers),
        JsonText.Serialize(upload.Metadata.Tags),
        (object?)upload.RequestedAlgorithm?.Name ?? DBNull.Value,
        upload.ChecksumType).ExecuteNonQuery();

    public void Delete(string id) => session.Prepare("DELETE FROM uploads WHERE id = $0", id).ExecuteNonQuery();

    /// <summary>Reads a bucket's uploads as S3 lists them: by key, then by id and so by time.</summary>
    /// <remarks>Dispose the enumeration before the next statement.</remarks>
    public IEnumerable<StoredUpload> Scan(long bucket, string fromKey)
    {
        using var reader = session.Prepare(
            $"SELECT {Columns} FROM uploads WHERE bucket = $0 AND key >= $1 ORDER BY key, id",
            bucket,
            fromKey).ExecuteReader();
        while (reader.Read())
        {
            yield return Read(reader);
        }
    }

    private static StoredUpload Read(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Bucket = reader.GetInt64(1),
        Key = reader.GetString(2),
        InitiatedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        Metadata = new ObjectMetadata(JsonText.Deserialize(reader.GetString(4)))
        {
            Tags = JsonText.Deserialize(reader.GetString(5)),
        },
        RequestedAlgorithm = reader.IsDBNull(6) ? null : ChecksumAlgorithm.FindByName(reader.GetString(6)),
        ChecksumType = reader.GetString(7),
    };
}
