using Amazon.S3.Model;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class DurabilityTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Objects_survive_a_restart()
    {
        await PutAsync("a", "content");

        await RestartAsync();

        Assert.Equal("content", await GetAsync("a"));
    }

    [Fact]
    public async Task Files_that_no_object_uses_are_removed_at_start()
    {
        await PutAsync("a", "content");
        var used = ContentFiles()[0];
        var orphan = Path.Combine(Path.GetDirectoryName(used)!, "00000000ff");
        await File.WriteAllTextAsync(orphan, "an upload that a crash interrupted", Cancellation);

        await RestartAsync();

        await Eventually.UntilAsync(() => !File.Exists(orphan));
        Assert.Equal("content", await GetAsync("a"));
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it()
    {
        using var data = new TemporaryDirectory();
        var acknowledged = new List<string>();
        await using (var killed = await LocalAwsProcess.StartAsync(data.FullName))
        {
            using var client = CreateClient(killed.Url);
            await client.PutBucketAsync(Bucket, Cancellation);
            var writers = Enumerable.Range(0, 4).Select(writer => WriteUntilKilledAsync(client, writer, acknowledged));
            var writing = Task.WhenAll(writers.ToList());
            await Eventually.UntilAsync(() => Count(acknowledged) >= 200, TimeSpan.FromMinutes(2));
            await killed.KillAsync();
            await writing;
        }

        await using var restarted = await LocalAwsProcess.StartAsync(data.FullName);
        using var reader = CreateClient(restarted.Url);
        foreach (var key in acknowledged)
        {
            using var response = await reader.GetObjectAsync(Bucket, key, Cancellation);
            using var text = new StreamReader(response.ResponseStream);
            Assert.Equal("content of " + key, await text.ReadToEndAsync(Cancellation));
        }
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_restart()
    {
        var upload = await BeginUploadAsync("a");
        var one = await UploadPartAsync(upload, 1, FullPart(1));

        await RestartAsync();

        var two = await UploadPartAsync(upload, 2, [2]);
        await CompleteAsync(upload, new PartETag(one), new PartETag(two));
        Assert.Equal([.. FullPart(1), 2], await GetBytesAsync("a"));
    }

    [Fact]
    public async Task Parts_acknowledged_before_a_kill_complete_the_object_after_it()
    {
        using var data = new TemporaryDirectory();
        var parts = new List<PartETag>();
        UploadAddress upload;
        await using (var killed = await LocalAwsProcess.StartAsync(data.FullName))
        {
            using var client = CreateClient(killed.Url);
            await client.PutBucketAsync(Bucket, Cancellation);
            upload = await BeginUploadAsync("a", client);
            parts.Add(new PartETag(await UploadPartAsync(upload, 1, FullPart(1), client)));
            parts.Add(new PartETag(await UploadPartAsync(upload, 2, FullPart(2), client)));
            await killed.KillAsync();
        }

        await using var restarted = await LocalAwsProcess.StartAsync(data.FullName);
        using var reader = CreateClient(restarted.Url);
        parts.Add(new PartETag(await UploadPartAsync(upload, 3, [3], reader)));
        await CompleteAsync(upload, reader, [.. parts]);
        await restarted.KillAsync();

        await using var last = await LocalAwsProcess.StartAsync(data.FullName);
        using var http = new HttpClient { BaseAddress = last.Url };
        byte[] expected = [.. FullPart(1), .. FullPart(2), 3];
        Assert.Equal(expected, await http.GetByteArrayAsync($"/{Bucket}/a", Cancellation));
    }

    private static int Count(List<string> keys)
    {
        lock (keys)
        {
            return keys.Count;
        }
    }

    private async Task WriteUntilKilledAsync(Amazon.S3.AmazonS3Client client, int writer, List<string> acknowledged)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var key = $"{writer}/{i}";
                await client.PutObjectAsync(
                    new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = "content of " + key },
                    Cancellation);
                lock (acknowledged)
                {
                    acknowledged.Add(key);
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or Amazon.Runtime.AmazonServiceException)
        {
            // The server was killed, as the test wants.
        }
    }
}
