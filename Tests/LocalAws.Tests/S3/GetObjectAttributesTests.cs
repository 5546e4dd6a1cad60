using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class GetObjectAttributesTests(S3Fixture fixture) : S3Test(fixture)
{
    private static readonly List<ObjectAttributes> All =
    [
        ObjectAttributes.ETag, ObjectAttributes.Checksum, ObjectAttributes.ObjectParts, ObjectAttributes.StorageClass,
        ObjectAttributes.ObjectSize,
    ];

    [Fact]
    public async Task An_object_of_one_piece_has_no_parts()
    {
        var put = await PutAsync("a", "content");

        var told = await GetAsync("a", All);

        Assert.Equal(put.ETag.Trim('"'), told.ETag);
        Assert.Equal(7, told.ObjectSize);
        Assert.Equal("STANDARD", told.StorageClass.Value);
        Assert.Equal(ChecksumTests.Expected("CRC32", "content"), told.Checksum.ChecksumCRC32);
        Assert.Null(told.ObjectParts);
    }

    [Fact]
    public async Task A_composite_checksum_is_told_without_the_number_of_parts_and_with_the_parts()
    {
        var begun = await S3.InitiateMultipartUploadAsync(
            new() { BucketName = Bucket, Key = "a", ChecksumAlgorithm = ChecksumAlgorithm.CRC32 }, Cancellation);
        var upload = new LocalAws.S3.Storage.UploadAddress(new(Bucket, "a"), begun.UploadId);
        var one = await UploadPartAsync(upload, 1, FullPart(1));
        var two = await UploadPartAsync(upload, 2, "end"u8.ToArray());
        var completed = await CompleteAsync(upload, WithChecksum(one), WithChecksum(two));

        var told = await GetAsync("a", All);

        Assert.Equal(completed.ChecksumCRC32, told.Checksum.ChecksumCRC32 + "-2");
        Assert.Equal(2, told.ObjectParts.TotalPartsCount);
        Assert.Equal([one.ChecksumCRC32, two.ChecksumCRC32], told.ObjectParts.Parts.Select(part => part.ChecksumCRC32));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_told()
    {
        await PutAsync("a", "content");

        var told = await GetAsync("a", [ObjectAttributes.ObjectSize]);

        Assert.Null(told.ETag);
        Assert.Null(told.Checksum);
    }

    [Theory]
    [InlineData(null, "InvalidRequest")]
    [InlineData("Size", "InvalidArgument")]
    public async Task Attributes_must_be_named(string? header, string code)
    {
        await PutAsync("a", "content");
        (string, string)[] headers = header is null ? [] : [("x-amz-object-attributes", header)];

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a?attributes", null, headers);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    private static PartETag WithChecksum(UploadPartResponse part) =>
        new(part) { ChecksumCRC32 = part.ChecksumCRC32 };

    private Task<GetObjectAttributesResponse> GetAsync(string key, List<ObjectAttributes> attributes) =>
        S3.GetObjectAttributesAsync(
            new GetObjectAttributesRequest { BucketName = Bucket, Key = key, ObjectAttributes = attributes },
            Cancellation);
}
