using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListMultipartUploadsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Uploads_are_listed_by_key_and_then_by_when_they_began()
    {
        var second = await BeginUploadAsync("b");
        var third = await BeginUploadAsync("b");
        var first = await BeginUploadAsync("a");

        var listed = await S3.ListMultipartUploadsAsync(Bucket, Cancellation);

        Assert.Equal([first.Id, second.Id, third.Id], listed.MultipartUploads.Select(upload => upload.UploadId));
        Assert.Equal(["a", "b", "b"], listed.MultipartUploads.Select(upload => upload.Key));
    }

    [Fact]
    public async Task Completed_and_aborted_uploads_are_not_listed()
    {
        await PutPartsAsync("done", [1]);
        var aborted = await BeginUploadAsync("aborted");
        await S3.AbortMultipartUploadAsync(Bucket, "aborted", aborted.Id, Cancellation);

        Assert.Empty((await S3.ListMultipartUploadsAsync(Bucket, Cancellation)).MultipartUploads ?? []);
    }

    [Fact]
    public async Task Keys_roll_up_at_the_delimiter_behind_the_prefix()
    {
        foreach (var key in (string[])["x/1", "y/a/1", "y/a/2", "y/b", "z"])
        {
            await BeginUploadAsync(key);
        }

        var listed = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = "y/", Delimiter = "/" }, Cancellation);

        Assert.Equal(["y/a/"], listed.CommonPrefixes);
        Assert.Equal(["y/b"], listed.MultipartUploads.Select(upload => upload.Key));
    }

    [Fact]
    public async Task The_last_page_ends_before_a_key_shorter_than_the_prefix()
    {
        foreach (var key in (string[])["telemetry/a", "telemetry/b", "z"])
        {
            await BeginUploadAsync(key);
        }

        var listed = await S3.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest
            {
                BucketName = Bucket,
                Prefix = "telemetry/",
                Delimiter = "/",
                KeyMarker = "telemetry/a",
            },
            Cancellation);

        Assert.Equal(["telemetry/b"], listed.MultipartUploads.Select(upload => upload.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Pages_of_one_give_every_entry_once(string delimiter)
    {
        foreach (var key in (string[])["a", "a", "b/1", "b/2", "c", "b/1"])
        {
            await BeginUploadAsync(key);
        }

        var request = new ListMultipartUploadsRequest { BucketName = Bucket, MaxUploads = 1, Delimiter = delimiter };
        var seen = new List<string>();
        ListMultipartUploadsResponse page;
        do
        {
            page = await S3.ListMultipartUploadsAsync(request, Cancellation);
            seen.AddRange([.. page.CommonPrefixes ?? [], .. page.MultipartUploads?.Select(upload => upload.Key) ?? []]);
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);

        Assert.Equal(delimiter.Length == 0 ? ["a", "a", "b/1", "b/1", "b/2", "c"] : ["a", "a", "b/", "c"], seen);
    }

    [Fact]
    public async Task A_missing_bucket_is_refused()
    {
        await AssertRefusedAsync(
            "NoSuchBucket", HttpStatusCode.NotFound, () => S3.ListMultipartUploadsAsync("missing", Cancellation));
    }
}
