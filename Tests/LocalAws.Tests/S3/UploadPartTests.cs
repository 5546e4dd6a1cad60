using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class UploadPartTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task The_entity_tag_is_the_md5_of_the_part()
    {
        var upload = await BeginUploadAsync("a");

        var response = await UploadPartAsync(upload, 1, "hello\n"u8.ToArray());

        Assert.Equal("\"b1946ac92492d2347c6235b4d2611184\"", response.ETag);
    }

    [Fact]
    public async Task A_part_uploaded_again_replaces_the_first_and_its_file()
    {
        var upload = await BeginUploadAsync("a");
        await UploadPartAsync(upload, 1, "first"u8.ToArray());
        var files = ContentFiles().Length;

        var again = await UploadPartAsync(upload, 1, "second"u8.ToArray());
        await CompleteAsync(upload, new PartETag(again));

        Assert.Equal("second", await GetAsync("a"));
        Assert.Equal(files, ContentFiles().Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("one")]
    [InlineData("")]
    public async Task A_part_number_outside_1_to_10000_is_refused(string number)
    {
        var upload = await BeginUploadAsync("a");

        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a?partNumber={number}&uploadId={upload.Id}", new ByteArrayContent([1]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidArgument", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("0")]
    [InlineData("")]
    public async Task An_upload_that_is_not_there_is_refused(string id)
    {
        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a?partNumber=1&uploadId={Uri.EscapeDataString(id)}",
            new ByteArrayContent([1]));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NoSuchUpload", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task An_upload_of_another_key_is_refused()
    {
        var upload = await BeginUploadAsync("a");

        await AssertRefusedAsync(
            "NoSuchUpload",
            HttpStatusCode.NotFound,
            () => UploadPartAsync(upload with { Object = new(Bucket, "b") }, 1, [1]));
    }

    [Theory]
    [InlineData("x-amz-checksum-sha256")]
    [InlineData("x-amz-checksum-crc32")]
    [InlineData("Content-MD5")]
    public async Task A_digest_that_does_not_match_is_refused_and_leaves_no_file(string header)
    {
        var upload = await BeginUploadAsync("a");
        var files = ContentFiles().Length;
        var wrong = header == "Content-MD5" ? "MD5" : header["x-amz-checksum-".Length..].ToUpperInvariant();

        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a?partNumber=1&uploadId={upload.Id}",
            new StringContent("content"),
            (header, ChecksumTests.Expected(wrong, "other")));

        Assert.Equal("BadDigest", await CreateBucketTests.ErrorCodeAsync(response));
        Assert.Equal(files, ContentFiles().Length);
    }

    [Fact]
    public async Task Another_checksum_than_the_uploads_is_refused()
    {
        var begun = await S3.InitiateMultipartUploadAsync(
            new() { BucketName = Bucket, Key = "a", ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.SHA256 },
            Cancellation);

        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a?partNumber=1&uploadId={begun.UploadId}",
            new StringContent("content"),
            ("x-amz-checksum-crc32", ChecksumTests.Expected("CRC32", "content")));

        Assert.Contains(
            "expected checksum Type: sha256, actual checksum Type: crc32",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Five_tebibytes_announced_are_refused_before_they_come()
    {
        var upload = await BeginUploadAsync("a");

        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a?partNumber=1&uploadId={upload.Id}",
            new ByteArrayContent([1]),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", "5497558138880"));

        Assert.Equal("EntityTooLarge", await CreateBucketTests.ErrorCodeAsync(response));
    }
}
