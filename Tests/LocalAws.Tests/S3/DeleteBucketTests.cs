using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class DeleteBucketTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_deleted_bucket_is_gone()
    {
        await S3.DeleteBucketAsync(Bucket, Cancellation);

        var buckets = (await S3.ListBucketsAsync(Cancellation)).Buckets ?? [];
        Assert.DoesNotContain(buckets, bucket => bucket.BucketName == Bucket);
    }

    [Fact]
    public async Task A_bucket_with_an_object_is_refused()
    {
        await PutAsync("a", "1");

        await AssertRefusedAsync(
            "BucketNotEmpty", HttpStatusCode.Conflict, () => S3.DeleteBucketAsync(Bucket, Cancellation));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_refused()
    {
        await AssertRefusedAsync(
            "NoSuchBucket", HttpStatusCode.NotFound, () => S3.DeleteBucketAsync("missing", Cancellation));
    }

    [Fact]
    public async Task A_bucket_created_again_is_empty()
    {
        await PutAsync("a", "1");
        await S3.DeleteObjectAsync(Bucket, "a", Cancellation);
        await S3.DeleteBucketAsync(Bucket, Cancellation);

        await S3.PutBucketAsync(Bucket, Cancellation);

        var keys = await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation);
        Assert.Equal(0, keys.KeyCount);
    }
}
