using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListPartsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Parts_are_listed_in_order_page_by_page()
    {
        var upload = await BeginUploadAsync("a");
        foreach (var number in (int[])[10_000, 1, 500])
        {
            await UploadPartAsync(upload, number, new byte[number]);
        }

        var first = await ListAsync(upload.Id, marker: null);
        var second = await ListAsync(upload.Id, first.NextPartNumberMarker?.ToString());

        Assert.Equal([1, 500], first.Parts.Select(part => part.PartNumber));
        Assert.True(first.IsTruncated);
        Assert.Equal([(10_000, 10_000L)], second.Parts.Select(part => (part.PartNumber!.Value, part.Size!.Value)));
        Assert.False(second.IsTruncated);
    }

    [Fact]
    public async Task A_checksum_algorithm_is_told_with_each_parts_checksum()
    {
        var begun = await S3.InitiateMultipartUploadAsync(
            new() { BucketName = Bucket, Key = "a", ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.CRC32 },
            Cancellation);
        await UploadPartAsync(new(new(Bucket, "a"), begun.UploadId), 1, "content"u8.ToArray());

        var listed = await ListAsync(begun.UploadId, marker: null);

        Assert.Equal("CRC32", listed.ChecksumAlgorithm.Value);
        Assert.Equal(ChecksumTests.Expected("CRC32", "content"), listed.Parts.Single().ChecksumCRC32);
    }

    [Fact]
    public async Task An_upload_that_is_not_there_is_refused()
    {
        await AssertRefusedAsync("NoSuchUpload", HttpStatusCode.NotFound, () => ListAsync("missing", marker: null));
    }

    private Task<ListPartsResponse> ListAsync(string uploadId, string? marker) => S3.ListPartsAsync(
        new ListPartsRequest
        {
            BucketName = Bucket,
            Key = "a",
            UploadId = uploadId,
            MaxParts = 2,
            PartNumberMarker = marker,
        },
        Cancellation);
}
