using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class UploadPartCopyTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Parts_are_made_of_ranges_of_objects()
    {
        var source = FullPart(1);
        await PutPartsAsync("source", source, [1, 2, 3]);
        var upload = await BeginUploadAsync("a");

        var whole = await CopyAsync(upload.Id, 1, 0, source.Length + 2);
        var part = await CopyAsync(upload.Id, 2, source.Length - 1, source.Length + 1);
        await CompleteAsync(upload, new PartETag(1, whole.ETag), new PartETag(2, part.ETag));

        byte[] expected = [.. source, 1, 2, 3, source[^1], 1, 2];
        Assert.Equal(expected, await GetBytesAsync("a"));
    }

    [Theory]
    [InlineData("bytes=0-10")]
    [InlineData("bytes=5-")]
    [InlineData("bytes=4-2")]
    [InlineData("0-1")]
    public async Task A_range_that_is_not_wholly_inside_is_refused(string range)
    {
        await PutAsync("source", "0123456789");
        var upload = await BeginUploadAsync("a");

        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a?partNumber=1&uploadId={upload.Id}",
            null,
            ("x-amz-copy-source", $"/{Bucket}/source"),
            ("x-amz-copy-source-range", range));

        Assert.Equal("InvalidArgument", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_source_that_changed_is_refused_on_request()
    {
        await PutAsync("source", "changed");
        var upload = await BeginUploadAsync("a");

        await AssertRefusedAsync(
            "PreconditionFailed",
            HttpStatusCode.PreconditionFailed,
            () => S3.CopyPartAsync(
                new()
                {
                    SourceBucket = Bucket,
                    SourceKey = "source",
                    DestinationBucket = Bucket,
                    DestinationKey = "a",
                    UploadId = upload.Id,
                    PartNumber = 1,
                    ETagToMatch = ["\"other\""],
                },
                Cancellation));
    }

    private Task<CopyPartResponse> CopyAsync(string uploadId, int number, long first, long last) => S3.CopyPartAsync(
        new CopyPartRequest
        {
            SourceBucket = Bucket,
            SourceKey = "source",
            DestinationBucket = Bucket,
            DestinationKey = "a",
            UploadId = uploadId,
            PartNumber = number,
            FirstByte = first,
            LastByte = last,
        },
        Cancellation);
}
