using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class PutObjectTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task The_entity_tag_is_the_md5_of_the_content()
    {
        var response = await PutAsync("a", "hello\n");

        Assert.Equal("\"b1946ac92492d2347c6235b4d2611184\"", response.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(20_000_001)]
    public async Task Content_of_any_size_comes_back_byte_for_byte(int size)
    {
        var content = new byte[size];
        new Random(7).NextBytes(content);

        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = "a", InputStream = new MemoryStream(content) },
            Cancellation);

        using var response = await S3.GetObjectAsync(Bucket, "a", Cancellation);
        using var copy = new MemoryStream();
        await response.ResponseStream.CopyToAsync(copy, Cancellation);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(copy.ToArray()));
    }

    [Fact]
    public async Task An_object_put_again_is_replaced_with_its_metadata()
    {
        await S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = Bucket,
                Key = "a",
                ContentBody = "old",
                Metadata = { ["x-amz-meta-origin"] = "old" },
            },
            Cancellation);

        await PutAsync("a", "new");

        Assert.Equal("new", await GetAsync("a"));
        var metadata = await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation);
        Assert.Empty(metadata.Metadata.Keys);
    }

    [Fact]
    public async Task A_missing_bucket_is_refused()
    {
        var refusal = await AssertRefusedAsync(
            "NoSuchBucket",
            HttpStatusCode.NotFound,
            () => S3.PutObjectAsync(
                new PutObjectRequest { BucketName = "missing", Key = "a", ContentBody = "1" }, Cancellation));
        Assert.NotEmpty(refusal.RequestId);
    }

    [Fact]
    public async Task A_content_md5_that_does_not_match_is_refused_and_stores_nothing()
    {
        const string Md5OfHello = "XUFAKrxLKna5cZ2REBfFkg==";
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent("content"u8.ToArray()), ("Content-MD5", Md5OfHello));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadDigest", await CreateBucketTests.ErrorCodeAsync(response));
        await AssertMissingAsync("a");
    }

    [Fact]
    public async Task A_content_md5_that_is_no_md5_is_refused()
    {
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent([1]), ("Content-MD5", "AAAA"));

        Assert.Equal("InvalidDigest", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_payload_hash_that_does_not_match_is_refused()
    {
        var wrong = Convert.ToHexStringLower(SHA256.HashData("other"u8));
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent([1]), ("x-amz-content-sha256", wrong));

        Assert.Equal("XAmzContentSHA256Mismatch", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_body_without_a_length_is_refused()
    {
        using var content = new StreamContent(new UnknownLengthStream(Encoding.UTF8.GetBytes("content")));
        using var response = await SendAsync(HttpMethod.Put, $"/{Bucket}/a", content);

        Assert.Equal(HttpStatusCode.LengthRequired, response.StatusCode);
        Assert.Equal("MissingContentLength", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_key_of_1024_bytes_is_stored_and_one_more_is_refused()
    {
        await PutAsync(new string('k', 1024), "1");

        await AssertRefusedAsync(
            "KeyTooLongError", HttpStatusCode.BadRequest, () => PutAsync(new string('k', 1025), "1"));
    }

    [Fact]
    public async Task User_metadata_above_2_KiB_is_refused()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "1" };
        request.Metadata["x-amz-meta-long"] = new string('m', 2048);

        await AssertRefusedAsync(
            "MetadataTooLarge", HttpStatusCode.BadRequest, () => S3.PutObjectAsync(request, Cancellation));
    }

    [Theory]
    [InlineData("x-amz-storage-class", "GLACIER")]
    [InlineData("x-amz-server-side-encryption", "aws:kms")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE")]
    [InlineData("x-amz-website-redirect-location", "/b")]
    public async Task A_header_that_asks_for_what_is_not_offered_is_refused(string name, string value)
    {
        using var response = await SendAsync(HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent([1]), (name, value));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("NotImplemented", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task If_none_match_star_writes_only_where_there_is_nothing()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "1", IfNoneMatch = "*" };
        await S3.PutObjectAsync(request, Cancellation);

        await AssertRefusedAsync(
            "PreconditionFailed", HttpStatusCode.PreconditionFailed, () => S3.PutObjectAsync(request, Cancellation));
    }

    [Fact]
    public async Task If_match_writes_only_over_that_content()
    {
        var first = await PutAsync("a", "1");
        var request = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "2", IfMatch = first.ETag };
        await S3.PutObjectAsync(request, Cancellation);

        await AssertRefusedAsync(
            "PreconditionFailed", HttpStatusCode.PreconditionFailed, () => S3.PutObjectAsync(request, Cancellation));
        Assert.Equal("2", await GetAsync("a"));
    }

    [Fact]
    public async Task Of_many_conditional_writes_at_once_one_succeeds()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var response = await SendAsync(
                HttpMethod.Put, $"/{Bucket}/a", new StringContent($"{i}"), ("If-None-Match", "*"));
            return response.StatusCode;
        }));

        Assert.Single(outcomes, status => status == HttpStatusCode.OK);
        Assert.Equal(19, outcomes.Count(status => status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_reader_sees_one_whole_object_while_it_is_replaced()
    {
        const int Size = 1_000_000;
        await PutAsync("a", new string('0', Size));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writer = Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    await PutAsync("a", new string((char)('0' + (i % 10)), Size));
                }
            },
            Cancellation);

        for (var i = 0; i < 50; i++)
        {
            var content = await GetAsync("a");
            Assert.Equal(Size, content.Length);
            Assert.Single(content.Distinct());
        }

        await stop.CancelAsync();
        await writer;
    }

    private sealed class UnknownLengthStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
