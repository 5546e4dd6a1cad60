using Microsoft.Data.Sqlite;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The buckets in the database.</summary>
internal sealed class BucketTable(MetadataSession session)
{
    private const string Columns = "id, name, region, created_ms, tags";

    public StoredBucket? Find(string name)
    {
        using var reader = session.Prepare($"SELECT {Columns} FROM buckets WHERE name = $0", name).ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    /// <summary>The bucket of that name.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public StoredBucket Get(string name) => Find(name) ?? throw S3Errors.NoSuchBucket(name);

    public List<StoredBucket> List()
    {
        using var reader = session.Prepare($"SELECT {Columns} FROM buckets ORDER BY name").ExecuteReader();
        var buckets = new List<StoredBucket>();
        while (reader.Read())
        {
            buckets.Add(Read(reader));
        }
        return buckets;
    }

    public void Insert(
        string name,
        string region,
        DateTimeOffset createdAt,
        IReadOnlyDictionary<string, string> tags) => session.Prepare(
        "INSERT INTO buckets (name, region, created_ms, tags) VALUES ($0, $1, $2, $3)",
        name,
        region,
        createdAt.ToUnixTimeMilliseconds(),
        JsonText.Serialize(tags)).ExecuteNonQuery();

    public void Delete(long bucket) => session.Prepare("DELETE FROM buckets WHERE id = $0", bucket).ExecuteNonQuery();

    public void SetTags(long bucket, IReadOnlyDictionary<string, string> tags) => session.Prepare(
        "UPDATE buckets SET tags = $1 WHERE id = $0", bucket, JsonText.Serialize(tags)).ExecuteNonQuery();

    private static StoredBucket Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        JsonText.Deserialize(reader.GetString(4)));
}
