using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class AbortMultipartUploadTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task An_aborted_upload_leaves_no_file_and_takes_no_part()
    {
        var before = ContentFiles().Length;
        var upload = await BeginUploadAsync("a");
        await UploadPartAsync(upload, 1, [1]);
        await UploadPartAsync(upload, 2, [2]);

        await S3.AbortMultipartUploadAsync(Bucket, "a", upload.Id, Cancellation);

        Assert.Equal(before, ContentFiles().Length);
        await AssertRefusedAsync("NoSuchUpload", HttpStatusCode.NotFound, () => UploadPartAsync(upload, 3, [3]));
        Assert.Equal(before, ContentFiles().Length);
    }

    [Fact]
    public async Task An_upload_that_is_not_there_is_refused()
    {
        await AssertRefusedAsync(
            "NoSuchUpload",
            HttpStatusCode.NotFound,
            () => S3.AbortMultipartUploadAsync(Bucket, "a", "missing", Cancellation));
    }

    [Fact]
    public async Task A_bucket_that_is_deleted_takes_its_uploads_along()
    {
        var before = ContentFiles().Length;
        var upload = await BeginUploadAsync("a");
        await UploadPartAsync(upload, 1, [1]);

        await S3.DeleteBucketAsync(Bucket, Cancellation);
        await S3.PutBucketAsync(Bucket, Cancellation);

        Assert.Equal(before, ContentFiles().Length);
        Assert.Empty((await S3.ListMultipartUploadsAsync(Bucket, Cancellation)).MultipartUploads ?? []);
    }
}
