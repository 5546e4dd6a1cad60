using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class CreateMultipartUploadTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Nothing_is_there_before_the_upload_is_complete()
    {
        var upload = await BeginUploadAsync("a");
        await UploadPartAsync(upload, 1, [1]);

        await AssertMissingAsync("a");
    }

    [Fact]
    public async Task What_is_sent_with_it_comes_back_with_the_object()
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "a",
            ContentType = "text/csv",
            TagSet = [new Tag { Key = "project", Value = "lake" }],
        };
        request.Metadata["x-amz-meta-device"] = "sensor-1";
        var begun = await S3.InitiateMultipartUploadAsync(request, Cancellation);
        var upload = new LocalAws.S3.Storage.UploadAddress(new(Bucket, "a"), begun.UploadId);
        await CompleteAsync(upload, new PartETag(await UploadPartAsync(upload, 1, [1])));

        var metadata = await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation);

        Assert.Equal("text/csv", metadata.Headers.ContentType);
        Assert.Equal("sensor-1", metadata.Metadata["x-amz-meta-device"]);
        var tags = await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "a" }, Cancellation);
        Assert.Equal("lake", Assert.Single(tags.Tagging).Value);
    }

    [Theory]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("CRC32C", "COMPOSITE")]
    [InlineData("CRC64NVME", "FULL_OBJECT")]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task An_algorithm_has_a_type_unless_told(string algorithm, string type)
    {
        var response = await S3.InitiateMultipartUploadAsync(
            new() { BucketName = Bucket, Key = "a", ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm) },
            Cancellation);

        Assert.Equal(algorithm, response.ChecksumAlgorithm.Value);
        Assert.Equal(type, response.ChecksumType.Value);
    }

    [Theory]
    [InlineData("CRC64NVME", "COMPOSITE")]
    [InlineData("SHA1", "FULL_OBJECT")]
    [InlineData("SHA256", "FULL_OBJECT")]
    public async Task A_type_the_algorithm_cannot_have_is_refused(string algorithm, string type)
    {
        using var response = await SendAsync(
            HttpMethod.Post,
            $"/{Bucket}/a?uploads",
            null,
            ("x-amz-checksum-algorithm", algorithm),
            ("x-amz-checksum-type", type));

        Assert.Equal("InvalidRequest", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_missing_bucket_is_refused()
    {
        await AssertRefusedAsync(
            "NoSuchBucket",
            HttpStatusCode.NotFound,
            () => S3.InitiateMultipartUploadAsync(new() { BucketName = "missing", Key = "a" }, Cancellation));
    }
}
