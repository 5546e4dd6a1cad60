using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class GetObjectTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_key_that_is_not_there_is_refused()
    {
        await AssertMissingAsync("a");
    }

    [Fact]
    public async Task What_was_sent_with_the_object_comes_back()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "1" };
        request.ContentType = "text/csv";
        request.Headers.CacheControl = "max-age=60";
        request.Headers.ContentEncoding = "gzip";
        request.Metadata["x-amz-meta-device"] = "sensor-1";
        await S3.PutObjectAsync(request, Cancellation);

        using var response = await S3.GetObjectAsync(Bucket, "a", Cancellation);

        Assert.Equal("text/csv", response.Headers.ContentType);
        Assert.Equal("max-age=60", response.Headers.CacheControl);
        Assert.Equal("gzip", response.Headers.ContentEncoding);
        Assert.Equal("sensor-1", response.Metadata["x-amz-meta-device"]);
    }

    [Fact]
    public async Task An_object_without_a_type_is_binary()
    {
        using var put = await SendAsync(HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent([1]));
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");

        Assert.Equal("binary/octet-stream", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-30", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-9223372036854775807", "89", "bytes 8-9/10")]
    [InlineData("bytes=8-9223372036854775808", "89", "bytes 8-9/10")]
    [InlineData("bytes=-99999999999999999999", "0123456789", "bytes 0-9/10")]
    public async Task A_range_is_sent_as_a_part(string range, string expected, string contentRange)
    {
        await PutAsync("a", "0123456789");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("bytes=4-2")]
    [InlineData("bytes=a-b")]
    [InlineData("lines=0-1")]
    public async Task A_range_S3_does_not_serve_is_ignored(string range)
    {
        await PutAsync("a", "0123456789");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("Range", range));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("0123456789", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=10-12")]
    [InlineData("bytes=9223372036854775808-")]
    [InlineData("bytes=-0")]
    public async Task A_range_outside_the_object_is_refused(string range)
    {
        await PutAsync("a", "0123456789");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("Range", range));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("InvalidRange", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task If_none_match_with_the_current_tag_is_304_without_a_body()
    {
        var put = await PutAsync("a", "1");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("If-None-Match", put.ETag));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(put.ETag, response.Headers.ETag!.Tag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task If_match_with_another_tag_is_412()
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("If-Match", "\"other\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task Dates_are_compared_to_the_last_change()
    {
        await PutAsync("a", "1");
        var metadata = await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation);
        var changed = metadata.LastModified!.Value.ToUniversalTime();
        var (before, same) = (changed.AddSeconds(-1).ToString("R"), changed.ToString("R"));

        Assert.Equal(HttpStatusCode.NotModified, await StatusWithAsync("If-Modified-Since", same));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("If-Modified-Since", before));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("If-Unmodified-Since", same));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusWithAsync("If-Unmodified-Since", before));
    }

    [Fact]
    public async Task A_presigned_url_overrides_the_type()
    {
        await PutAsync("a b", "1");
        var url = await S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = "a b",
            Expires = DateTime.UnixEpoch.AddYears(100),
            Protocol = Amazon.S3.Protocol.HTTP,
            ResponseHeaderOverrides = { ContentType = "text/x-mine" },
        });

        using var response = await Http.GetAsync(url, Cancellation);

        Assert.Equal("text/x-mine", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("1", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("torrent")]
    [InlineData("annotation")]
    public async Task A_subresource_that_is_not_offered_is_refused(string query)
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a?{query}");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private async Task<HttpStatusCode> StatusWithAsync(string header, string value)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, (header, value));
        return response.StatusCode;
    }
}
