using System.Net;
using Amazon.KinesisFirehose.Model;
using TelemetryAspire.LocalAws.Tests.Firehose;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class AwsCliTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Objects_are_copied_listed_and_removed()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("reading.json");
        await File.WriteAllTextAsync(file, "content", Cancellation);

        await AwsAsync("s3", "cp", file, $"s3://{Bucket}/a b+c/reading.json", "--quiet");
        Assert.Equal("content", await AwsAsync("s3", "cp", $"s3://{Bucket}/a b+c/reading.json", "-"));
        Assert.Contains("7 a b+c/reading.json", await AwsAsync("s3", "ls", $"s3://{Bucket}", "--recursive"));
        await AwsAsync("s3", "rm", $"s3://{Bucket}", "--recursive", "--quiet");

        Assert.Empty((await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation)).S3Objects ?? []);
    }

    [Fact]
    public async Task Folders_are_synchronized_both_ways()
    {
        using var source = new TemporaryDirectory();
        using var target = new TemporaryDirectory();
        Directory.CreateDirectory(source.File("sub"));
        await File.WriteAllTextAsync(source.File("one"), "1", Cancellation);
        await File.WriteAllTextAsync(source.File(Path.Combine("sub", "two")), "22", Cancellation);

        await AwsAsync("s3", "sync", source.FullName, $"s3://{Bucket}/synced");
        await AwsAsync("s3", "sync", $"s3://{Bucket}/synced", target.FullName);

        Assert.Equal("22", await File.ReadAllTextAsync(target.File(Path.Combine("sub", "two")), Cancellation));
        Assert.Empty(await AwsAsync("s3", "sync", source.FullName, $"s3://{Bucket}/synced", "--size-only"));
    }

    [Fact]
    public async Task A_tree_of_odd_names_is_synchronized_both_ways()
    {
        using var source = new TemporaryDirectory();
        using var target = new TemporaryDirectory();
        string[] names = ["a b+c&d=e", "ключ/鍵 🔑", "%2F%00", "..x/...", "quo\"te'", "#?*[x]", "deep/er/est/~$"];
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(source.File(name))!);
            await File.WriteAllTextAsync(source.File(name), name, Cancellation);
        }

        await AwsAsync("s3", "sync", source.FullName, $"s3://{Bucket}/odd names/");
        await AwsAsync("s3", "sync", $"s3://{Bucket}/odd names/", target.FullName);

        foreach (var name in names)
        {
            Assert.Equal(name, await File.ReadAllTextAsync(target.File(name), Cancellation));
        }
    }

    [Fact]
    public async Task Large_files_are_uploaded_copied_moved_and_downloaded_in_parts()
    {
        using var folder = new TemporaryDirectory();
        var content = new byte[20_000_000];
        new Random(3).NextBytes(content);
        await File.WriteAllBytesAsync(folder.File("up"), content, Cancellation);

        await AwsAsync("s3", "cp", folder.File("up"), $"s3://{Bucket}/up", "--quiet");
        await AwsAsync("s3", "cp", $"s3://{Bucket}/up", $"s3://{Bucket}/copied", "--quiet");
        await AwsAsync("s3", "mv", $"s3://{Bucket}/copied", $"s3://{Bucket}/moved", "--quiet");
        await AwsAsync("s3", "cp", $"s3://{Bucket}/moved", folder.File("down"), "--quiet");

        Assert.Equal(content, await File.ReadAllBytesAsync(folder.File("down"), Cancellation));
        Assert.EndsWith("-3\"", (await S3.GetObjectMetadataAsync(Bucket, "moved", Cancellation)).ETag);
        await AssertRefusedAsync(
            "NoSuchKey", HttpStatusCode.NotFound, () => S3.GetObjectAsync(Bucket, "copied", Cancellation));
    }

    [Fact]
    public async Task A_bucket_is_removed_with_all_that_is_in_it()
    {
        await PutAsync("a/b", "1");
        await PutPartsAsync("c", FullPart(1), [1]);
        await BeginUploadAsync("never finished");

        await AwsAsync("s3", "rb", $"s3://{Bucket}", "--force");

        Assert.DoesNotContain((await S3.ListBucketsAsync(Cancellation)).Buckets ?? [], b => b.BucketName == Bucket);
    }

    [Fact]
    public async Task A_firehose_record_reaches_the_bucket()
    {
        // Through the SDK, for less than a minute of buffering: older releases of the CLI refuse to ask for it.
        using var firehose = FirehoseFixture.CreateClient(Host.Url);
        await firehose.CreateDeliveryStreamAsync(
            new CreateDeliveryStreamRequest
            {
                DeliveryStreamName = Bucket,
                ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
                {
                    RoleARN = "arn:aws:iam::000000000000:role/firehose",
                    BucketARN = "arn:aws:s3:::" + Bucket,
                    BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 0 },
                },
            },
            Cancellation);
        await AwsAsync(
            "firehose", "put-record",
            "--delivery-stream-name", Bucket,
            "--record", """{ "Data": "aGVsbG8K" }""");

        string? key = null;
        await Eventually.UntilAsync(async () =>
        {
            var page = await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation);
            key = page.S3Objects?.FirstOrDefault()?.Key;
            return key is not null;
        });
        Assert.NotEmpty(await GetAsync(key!));
    }

    private Task<string> AwsAsync(params string[] arguments) => ForeignClient.AwsAsync(Host.Url, arguments);
}
