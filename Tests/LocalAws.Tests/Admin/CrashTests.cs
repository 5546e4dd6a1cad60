using System.Net.Http.Json;
using System.Text;
using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class CrashTests : IDisposable
{
    private const int Kills = 5;
    private readonly TemporaryDirectory _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Kill_9_during_a_restore_leaves_the_old_data_or_the_new_never_a_mixture()
    {
        await PrepareAsync();
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var localAws = await StartAsync();
            await AssertWholeAsync(localAws.Url);
            using var client = new HttpClient { BaseAddress = localAws.Url };
            using var content = new StringContent("{}", Encoding.UTF8, "application/json");
            var name = kill % 2 == 0 ? "one" : "two";
            var restore = client.PostAsync($"/_localaws/snapshots/{name}/restore", content, Cancellation);
            await WaitForStepAsync(kill, restore);
            await localAws.KillAsync();
            await restore.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Each kill comes a little later than the one before: after so many files of the copy.</summary>
    private async Task WaitForStepAsync(int step, Task restore) => await Eventually.UntilAsync(() =>
        restore.IsCompleted
        || File.Exists(_data.File("replacement.json"))
        || (Directory.Exists(_data.File("replacement"))
            && Directory.EnumerateFiles(_data.File("replacement"), "*", SearchOption.AllDirectories).Count() >= step));

    /// <summary>Snapshot "one": one stream and one bucket. Snapshot "two": two of each.</summary>
    private async Task PrepareAsync()
    {
        await using var localAws = await StartAsync();
        using var client = new HttpClient { BaseAddress = localAws.Url };
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        using var s3 = S3Test.CreateClient(localAws.Url);
        foreach (var name in new[] { "one", "two" })
        {
            await kinesis.CreateStreamAsync(
                new CreateStreamRequest { StreamName = name, ShardCount = 1 }, Cancellation);
            await s3.PutBucketAsync("bucket-" + name, Cancellation);
            using var response = await client.PutAsJsonAsync($"/_localaws/snapshots/{name}", new { }, Cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task AssertWholeAsync(Uri url)
    {
        using var kinesis = KinesisTest.CreateClient(url);
        using var s3 = S3Test.CreateClient(url);
        var streams = await kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation);
        var buckets = await s3.ListBucketsAsync(Cancellation);

        Assert.InRange(streams.StreamNames.Count, 1, 2);
        Assert.Equal(streams.StreamNames.Select(name => "bucket-" + name), buckets.Buckets.Select(b => b.BucketName));
    }

    private Task<LocalAwsProcess> StartAsync() =>
        LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnableAdminApi=true");
}
