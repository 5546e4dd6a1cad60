using Microsoft.Data.Sqlite;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The parts of uploads in the database; they stay when the upload becomes an object.</summary>
internal sealed class PartTable(MetadataSession session)
{
    private const string Columns = "number, content, size, etag, modified_ms, checksum";

    public StoredPart? Find(string upload, int number)
    {
        using var reader = session.Prepare(
            $"SELECT {Columns} FROM parts WHERE upload = $0 AND number = $1", upload, number).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    /// <summary>The parts numbered above <paramref name="marker"/>, in order.</summary>
    public List<StoredPart> List(string upload, int marker = 0, int most = int.MaxValue)
    {
        using var reader = session.Prepare(
            $"SELECT {Columns} FROM parts WHERE upload = $0 AND number > $1 ORDER BY number LIMIT $2",
            upload,
            marker,
            most).ExecuteReader();
        var parts = new List<StoredPart>();
        while (reader.Read())
        {
            parts.Add(Read(reader));
        }
        return parts;
    }

    public void Upsert(string upload, StoredPart part) => session.Prepare(
        $"INSERT OR REPLACE INTO parts (upload, {Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6)",
        upload,
        part.Number,
        part.Content.Value,
        part.Size,
        part.ETag,
        part.LastModified.ToUnixTimeMilliseconds(),
        part.Checksum).ExecuteNonQuery();

    public void Delete(string upload, int number) =>
        session.Prepare("DELETE FROM parts WHERE upload = $0 AND number = $1", upload, number).ExecuteNonQuery();

    public void DeleteAll(string upload) =>
        session.Prepare("DELETE FROM parts WHERE upload = $0", upload).ExecuteNonQuery();

    private static StoredPart Read(SqliteDataReader reader) => new(
        reader.GetInt32(0),
        new ContentId(reader.GetInt64(1)),
        reader.GetInt64(2),
        reader.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
        reader.GetString(5));
}
