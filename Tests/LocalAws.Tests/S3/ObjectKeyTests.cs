using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ObjectKeyTests(S3Fixture fixture) : S3Test(fixture)
{
    public static TheoryData<string> Keys =>
    [
        "../../../../etc/passwd",
        "..",
        "a/../b",
        "a//b",
        "/a",
        "a/",
        "./a/.",
        "C:\\windows\\x",
        "a b+c%20d&e=f?g#h",
        "ключ/鍵/🔑",
        "line\nbreak\ttab",
        "CON",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_stored_and_listed_as_it_is_sent(string key)
    {
        var target = $"/{Bucket}/" + Uri.EscapeDataString(key);
        using var put = await SendAsync(HttpMethod.Put, target, new StringContent("content"));
        using var get = await SendAsync(HttpMethod.Get, target);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("content", await get.Content.ReadAsStringAsync(Cancellation));
        var listed = await S3.ListObjectsV2Async(
            new() { BucketName = Bucket, Encoding = Amazon.S3.EncodingType.Url }, Cancellation);
        Assert.Equal([key], listed.S3Objects.Select(entry => WebUtility.UrlDecode(entry.Key)));
    }

    [Fact]
    public async Task Dots_and_slashes_of_a_target_are_part_of_the_key()
    {
        using var put = await SendAsync(HttpMethod.Put, $"/{Bucket}/a/../../b//c", new StringContent("content"));

        Assert.Equal("content", await GetAsync("a/../../b//c"));
    }

    [Fact]
    public async Task Nothing_is_written_outside_the_data_of_S3()
    {
        var files = ContentFiles();
        using var put = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/../../../../../../tmp/escaped-{Guid.NewGuid():N}",
            new StringContent("content"));

        var written = Assert.Single(ContentFiles().Except(files));
        Assert.Equal("content", await File.ReadAllTextAsync(written, Cancellation));
    }

    [Theory]
    [InlineData("%FF%FE")]
    [InlineData("%C3%28")]
    public async Task A_key_that_is_no_utf8_is_refused(string escaped)
    {
        using var response = await SendAsync(HttpMethod.Put, $"/{Bucket}/{escaped}", new StringContent("content"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("s3.localhost")]
    [InlineData("s3.localhost.localstack.cloud")]
    [InlineData("s3.us-east-1.localhost.localstack.cloud")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("s3.us-east-1.amazonaws.com")]
    [InlineData("s3-us-west-2.AMAZONAWS.com")]
    public async Task The_bucket_may_stand_in_the_host(string host)
    {
        await PutAsync("a/b", "content");

        using var response = await SendAsync(HttpMethod.Get, "/a/b", null, ("Host", $"{Bucket}.{host}"));

        Assert.Equal("content", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("s3.localhost")]
    [InlineData("s3.localhost.localstack.cloud")]
    [InlineData("s3.us-east-1.amazonaws.com")]
    [InlineData("s3.amazonaws.com")]
    public async Task A_host_without_a_bucket_leaves_it_in_the_path(string host)
    {
        await PutAsync("a/b", "content");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a/b", null, ("Host", host));

        Assert.Equal("content", await response.Content.ReadAsStringAsync(Cancellation));
    }
}
