using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class DeleteObjectsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task All_named_objects_are_deleted_also_those_that_are_not_there()
    {
        await PutAsync("a", "1");
        await PutAsync("b&<>", "2");
        await PutAsync("kept", "3");

        var response = await S3.DeleteObjectsAsync(Request("a", "b&<>", "missing"), Cancellation);

        Assert.Equal(["a", "b&<>", "missing"], response.DeletedObjects.Select(deleted => deleted.Key));
        var keys = await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation);
        Assert.Equal(["kept"], keys.S3Objects.Select(stored => stored.Key));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_an_error_beside_those_that_are_deleted()
    {
        var refused = await Assert.ThrowsAsync<DeleteObjectsException>(
            () => S3.DeleteObjectsAsync(Request("a", new string('k', 1025)), Cancellation));

        Assert.Equal("KeyTooLongError", Assert.Single(refused.Response.DeleteErrors).Code);
        Assert.Equal("a", Assert.Single(refused.Response.DeletedObjects).Key);
    }

    [Fact]
    public async Task Quiet_tells_errors_only()
    {
        await PutAsync("a", "1");
        var request = Request("a");
        request.Quiet = true;

        var response = await S3.DeleteObjectsAsync(request, Cancellation);

        Assert.Empty(response.DeletedObjects ?? []);
    }

    [Fact]
    public async Task A_thousand_keys_are_deleted_and_one_more_is_refused()
    {
        var keys = Enumerable.Range(0, 1001).Select(i => $"k{i}").ToArray();
        await S3.DeleteObjectsAsync(Request(keys[..1000]), Cancellation);

        await AssertRefusedAsync(
            "MalformedXML", HttpStatusCode.BadRequest, () => S3.DeleteObjectsAsync(Request(keys), Cancellation));
    }

    [Fact]
    public async Task A_body_without_any_digest_is_refused()
    {
        using var response = await SendAsync(
            HttpMethod.Post, $"/{Bucket}?delete", new StringContent("<Delete><Object><Key>a</Key></Object></Delete>"));

        Assert.Equal("InvalidRequest", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("<Delete></Delete>")]
    [InlineData("<Delete><Object></Object></Delete>")]
    [InlineData("<Delete><Object><Key>a</Key>")]
    [InlineData("<Delete><Object><Key>a</Key></Object><Unknown /></Delete>")]
    [InlineData("<Delete><Object><Key>a</Key><Unknown /></Object></Delete>")]
    public async Task A_malformed_body_is_refused(string body)
    {
        var checksum = ChecksumTests.Expected("CRC32", body);
        using var response = await SendAsync(
            HttpMethod.Post, $"/{Bucket}?delete", new StringContent(body), ("x-amz-checksum-crc32", checksum));

        Assert.Equal("MalformedXML", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1_000_000)]
    public async Task A_deeply_nested_body_is_refused(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        var body = $"<Delete><Object><Key>{nested}</Key></Object></Delete>";
        var checksum = ChecksumTests.Expected("CRC32", body);
        using var response = await SendAsync(
            HttpMethod.Post, $"/{Bucket}?delete", new StringContent(body), ("x-amz-checksum-crc32", checksum));

        Assert.Equal("MalformedXML", await CreateBucketTests.ErrorCodeAsync(response));
    }

    private DeleteObjectsRequest Request(params string[] keys) => new()
    {
        BucketName = Bucket,
        Objects = [.. keys.Select(key => new KeyVersion { Key = key })],
    };
}
