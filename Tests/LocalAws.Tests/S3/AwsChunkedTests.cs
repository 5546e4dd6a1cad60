using System.Net;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>Bodies in AWS's chunked encoding, byte by byte as clients send them.</summary>
public sealed class AwsChunkedTests(S3Fixture fixture) : S3Test(fixture)
{
    private static readonly string Crc32 = ChecksumTests.Expected("CRC32", "hello world");

    [Fact]
    public async Task Chunks_are_joined_and_a_right_trailer_is_kept()
    {
        using var response = await PutChunkedAsync(
            $"6\r\nhello \r\n5\r\nworld\r\n0\r\nx-amz-checksum-crc32:{Crc32}\r\n\r\n", Trailer);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Crc32, response.Headers.GetValues("x-amz-checksum-crc32").Single());
        Assert.Equal("hello world", await GetAsync("a"));
    }

    [Fact]
    public async Task Signed_chunks_are_joined_without_their_signatures()
    {
        var signature = new string('a', 64);
        using var response = await PutChunkedAsync(
            $"b;chunk-signature={signature}\r\nhello world\r\n0;chunk-signature={signature}\r\n\r\n",
            ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hello world", await GetAsync("a"));
    }

    [Fact]
    public async Task The_encoding_of_the_transfer_is_not_the_encoding_of_the_object()
    {
        using var put = await PutChunkedAsync(
            $"b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:{Crc32}\r\n\r\n",
            Trailer,
            ("Content-Encoding", "gzip,aws-chunked"));

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_wrong_trailer_is_refused()
    {
        using var response = await PutChunkedAsync(
            $"b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:{ChecksumTests.Expected("CRC32", "x")}\r\n\r\n", Trailer);

        Assert.Equal("BadDigest", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("b\r\nhello world\r\n0\r\n\r\n", "InvalidRequest")]
    [InlineData("b\r\nhello", "IncompleteBody")]
    [InlineData("b\r\nhello world\r\n", "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NjowIA==\r\n\r\n", "IncompleteBody")]
    [InlineData("b\r\nhello worldXX0\r\n\r\n", "IncompleteBody")]
    [InlineData("zz\r\nhello world\r\n", "IncompleteBody")]
    [InlineData("-5\r\nhello\r\n", "IncompleteBody")]
    [InlineData("FFFFFFFFFFFFFFFFFFFF\r\nhello\r\n", "IncompleteBody")]
    public async Task A_body_that_is_not_whole_is_refused_and_stores_nothing(string body, string code)
    {
        using var response = await PutChunkedAsync(body, Trailer);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
        await AssertMissingAsync("a");
    }

    [Fact]
    public async Task A_chunk_header_without_an_end_is_refused()
    {
        using var response = await PutChunkedAsync(new string('1', 100_000), Trailer);

        Assert.Equal("IncompleteBody", await CreateBucketTests.ErrorCodeAsync(response));
    }

    private static (string Name, string Value) Trailer => ("x-amz-trailer", "x-amz-checksum-crc32");

    private Task<HttpResponseMessage> PutChunkedAsync(string body, params (string Name, string Value)[] headers)
    {
        (string, string)[] all = [("x-amz-decoded-content-length", "11"), .. headers];
        if (!headers.Any(header => header.Name == "x-amz-content-sha256"))
        {
            all = [.. all, ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")];
        }

        return SendAsync(HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent(Encoding.ASCII.GetBytes(body)), all);
    }
}
