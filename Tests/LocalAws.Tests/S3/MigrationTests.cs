using System.Text;
using Microsoft.Data.Sqlite;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>A data directory as an earlier release left it.</summary>
public sealed class MigrationTests
{
    /// <summary>What release 1 wrote: its tables, a bucket, and an object whose content is in run 1, file 0.</summary>
    private const string Version1 = """
        CREATE TABLE buckets (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            region TEXT NOT NULL,
            created_ms INTEGER NOT NULL);
        CREATE TABLE objects (
            bucket INTEGER NOT NULL REFERENCES buckets (id),
            key TEXT NOT NULL,
            content INTEGER NOT NULL,
            size INTEGER NOT NULL,
            etag TEXT NOT NULL,
            modified_ms INTEGER NOT NULL,
            headers TEXT NOT NULL,
            checksum_algorithm TEXT NOT NULL,
            checksum TEXT NOT NULL,
            PRIMARY KEY (bucket, key)) WITHOUT ROWID;
        INSERT INTO buckets VALUES (1, 'lake', 'us-east-1', 1767225600000);
        INSERT INTO objects VALUES (1, 'a', 1099511627776, 7, '9a0364b9e99bb480dd25e1f0284c8555', 1767225600000,
            '{"content-type":"text/csv"}', 'CRC32', '/sUwqQ==');
        PRAGMA user_version = 1;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_of_version_1_are_read_tagged_and_replaced()
    {
        using var data = new TemporaryDirectory();
        await WriteVersion1Async(data);
        await using var host = await LocalAwsHost.StartAsync(settings: $"--LocalAws:DataDirectory={data.FullName}");
        using var s3 = S3Test.CreateClient(host.Url);

        using var response = await s3.GetObjectAsync("lake", "a", Cancellation);
        using var text = new StreamReader(response.ResponseStream);
        await s3.PutObjectTaggingAsync(
            new() { BucketName = "lake", Key = "a", Tagging = new() { TagSet = [new() { Key = "k", Value = "v" }] } },
            Cancellation);

        Assert.Equal("content", await text.ReadToEndAsync(Cancellation));
        Assert.Equal("text/csv", response.Headers.ContentType);
        var tags = await s3.GetObjectTaggingAsync(new() { BucketName = "lake", Key = "a" }, Cancellation);
        Assert.Equal("v", tags.Tagging.Single().Value);
    }

    [Fact]
    public async Task A_version_of_a_later_release_is_refused()
    {
        using var data = new TemporaryDirectory();
        await WriteVersion1Async(data, "PRAGMA user_version = 99");

        var (exitCode, error) = await LocalAwsProcess.RunToEndAsync(
            "--LocalAws:Port=0", $"--LocalAws:DataDirectory={data.FullName}");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("schema version 99", error);
    }

    private static async Task WriteVersion1Async(TemporaryDirectory data, string more = "")
    {
        var folder = Directory.CreateDirectory(data.File(Path.Combine("s3", "content", "00001", "00000000")));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "0000000000"), "content", Encoding.ASCII, Cancellation);
        await using var connection = new SqliteConnection(
            $"Data Source={data.File(Path.Combine("s3", "metadata.db"))};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Version1 + more;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
