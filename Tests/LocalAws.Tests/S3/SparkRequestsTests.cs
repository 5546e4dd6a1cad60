using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>What Hadoop's S3A connector, under Spark, asks to treat keys as files and folders.</summary>
public sealed class SparkRequestsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_folder_is_a_marker_until_it_has_files()
    {
        using var marker = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/out/_temporary/",
            new ByteArrayContent([]) { Headers = { ContentType = new("application/x-directory") } });
        using var asFile = await SendAsync(HttpMethod.Head, $"/{Bucket}/out/_temporary");
        using var asFolder = await SendAsync(HttpMethod.Head, $"/{Bucket}/out/_temporary/");
        var children = await ListAsync("out/_temporary/", maxKeys: 2);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (asFile.StatusCode, asFolder.StatusCode));
        Assert.Equal("application/x-directory", asFolder.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["out/_temporary/"], children.S3Objects.Select(entry => entry.Key));
    }

    [Fact]
    public async Task A_rename_copies_every_file_and_deletes_them_together()
    {
        foreach (var name in (string[])["", "a", "b/c"])
        {
            await PutAsync("from/" + name, name);
        }

        foreach (var entry in (await ListAsync("from/", maxKeys: 5000)).S3Objects)
        {
            await S3.CopyObjectAsync(Bucket, entry.Key, Bucket, "to/" + entry.Key["from/".Length..], Cancellation);
        }

        List<KeyVersion> keys = [new() { Key = "from/" }, new() { Key = "from/a" }, new() { Key = "from/b/c" }];
        await S3.DeleteObjectsAsync(new() { BucketName = Bucket, Objects = keys, Quiet = true }, Cancellation);

        var renamed = await ListAsync("", maxKeys: 5000);
        Assert.Equal(["to/", "to/a", "to/b/c"], renamed.S3Objects.Select(entry => entry.Key));
        Assert.Equal("b/c", await GetAsync("to/b/c"));
    }

    [Fact]
    public async Task Of_two_writers_that_create_a_file_one_wins()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "f", ContentBody = "1", IfNoneMatch = "*" };
        await S3.PutObjectAsync(request, Cancellation);

        await AssertRefusedAsync(
            "PreconditionFailed", HttpStatusCode.PreconditionFailed, () => S3.PutObjectAsync(request, Cancellation));
    }

    [Fact]
    public async Task The_magic_committer_finds_completes_and_aborts_uploads_of_others()
    {
        var kept = await BeginUploadAsync("out/part-0");
        var part = await UploadPartAsync(kept, 1, [1]);
        await BeginUploadAsync("out/part-1");

        await CompleteAsync(kept, new PartETag(1, part.ETag));
        var left = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = "out/" }, Cancellation);
        foreach (var upload in left.MultipartUploads)
        {
            await S3.AbortMultipartUploadAsync(Bucket, upload.Key, upload.UploadId, Cancellation);
        }

        Assert.Equal(["out/part-0"], (await ListAsync("out/", maxKeys: 10)).S3Objects.Select(entry => entry.Key));
    }

    private Task<ListObjectsV2Response> ListAsync(string prefix, int maxKeys) => S3.ListObjectsV2Async(
        new() { BucketName = Bucket, Prefix = prefix, MaxKeys = maxKeys }, Cancellation);
}
