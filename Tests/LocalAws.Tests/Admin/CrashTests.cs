using System.Net.Http.Json;
using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.S3;
using Amazon.S3.Model;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class CrashTests : IDisposable
{
    private const int Kills = 5;

    /// <summary>So many that copying them takes longer than noticing that it has begun.</summary>
    private const int Objects = 100;

    private readonly TemporaryDirectory _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Staging => _data.File("replacement");

    private string Journal => _data.File("replacement.json");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Kill_9_during_a_restore_leaves_the_old_data_or_the_new_never_a_mixture()
    {
        await PrepareAsync();
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var localAws = await StartAsync();
            var state = await ReadWholeAsync(localAws.Url);
            using var client = new HttpClient { BaseAddress = localAws.Url };
            using var content = new StringContent("{}", Encoding.UTF8, "application/json");
            var other = state == "one" ? "two" : "one";
            var restore = client.PostAsync($"/_localaws/snapshots/{other}/restore", content, Cancellation);
            await WaitForFilesAsync(kill * Objects / Kills, restore);
            await localAws.KillAsync();
            await restore.ContinueWith(_ => { }, TaskScheduler.Default);
            interrupted += Directory.Exists(Staging) || File.Exists(Journal) ? 1 : 0;
        }

        Assert.True(interrupted > 0, "No kill met a restore under way.");
        await using var last = await StartAsync();
        await ReadWholeAsync(last.Url);
        Assert.False(Directory.Exists(Staging) || File.Exists(Journal));
    }

    /// <summary>Each kill comes a little later than the one before: after so many files of the copy.</summary>
    private async Task WaitForFilesAsync(int count, Task restore) => await Eventually.UntilAsync(
        () => restore.IsCompleted || File.Exists(Journal) || CountStagedFiles() is { } staged && staged >= count);

    /// <returns>Null while there is no staging directory.</returns>
    private int? CountStagedFiles()
    {
        try
        {
            return Directory.EnumerateFiles(Staging, "*", SearchOption.AllDirectories).Count();
        }
        catch (DirectoryNotFoundException)
        {
            // Not begun; or it is being moved away at this moment, and the journal is there.
            return null;
        }
    }

    /// <summary>Snapshot "one": one record, and every object says so. Snapshot "two": two records, likewise.</summary>
    private async Task PrepareAsync()
    {
        await using var localAws = await StartAsync();
        using var client = new HttpClient { BaseAddress = localAws.Url };
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        using var s3 = S3Test.CreateClient(localAws.Url);
        await kinesis.CreateStreamAsync(
            new CreateStreamRequest { StreamName = "readings", ShardCount = 1 }, Cancellation);
        await s3.PutBucketAsync("lake", Cancellation);
        foreach (var name in new[] { "one", "two" })
        {
            await WriteAsync(kinesis, s3, name);
            using var response = await client.PutAsJsonAsync($"/_localaws/snapshots/{name}", new { }, Cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task WriteAsync(AmazonKinesisClient kinesis, AmazonS3Client s3, string text)
    {
        using var data = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await kinesis.PutRecordAsync(
            new PutRecordRequest { StreamName = "readings", PartitionKey = "k", Data = data }, Cancellation);
        for (var number = 0; number < Objects; number++)
        {
            await s3.PutObjectAsync(
                new PutObjectRequest { BucketName = "lake", Key = $"{number}", ContentBody = text }, Cancellation);
        }
    }

    /// <summary>Reads everything, of all services.</summary>
    /// <returns>The one snapshot that all of it is of.</returns>
    private static async Task<string> ReadWholeAsync(Uri url)
    {
        using var kinesis = KinesisTest.CreateClient(url);
        using var s3 = S3Test.CreateClient(url);
        var records = await ReadRecordsAsync(kinesis);
        var contents = new List<string>();
        for (var number = 0; number < Objects; number++)
        {
            using var response = await s3.GetObjectAsync("lake", $"{number}", Cancellation);
            using var text = new StreamReader(response.ResponseStream);
            contents.Add(await text.ReadToEndAsync(Cancellation));
        }

        var state = Assert.Single(contents.Distinct());
        Assert.Equal(state == "one" ? ["one"] : ["one", "two"], records);
        return state;
    }

    private static async Task<IEnumerable<string>> ReadRecordsAsync(AmazonKinesisClient kinesis)
    {
        var iterator = await kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = "readings",
                ShardId = "shardId-000000000000",
                ShardIteratorType = "TRIM_HORIZON",
            },
            Cancellation);
        var page = await kinesis.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = iterator.ShardIterator }, Cancellation);
        return page.Records.Select(record => Encoding.UTF8.GetString(record.Data.ToArray()));
    }

    private Task<LocalAwsProcess> StartAsync() =>
        LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnableAdminApi=true");
}
