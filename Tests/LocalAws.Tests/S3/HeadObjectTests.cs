using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class HeadObjectTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Length_tag_and_time_are_told_without_the_content()
    {
        var put = await PutAsync("a", "0123456789");

        var head = await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation);

        Assert.Equal(10, head.ContentLength);
        Assert.Equal(put.ETag, head.ETag);
        Assert.NotNull(head.LastModified);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_404_without_a_body()
    {
        using var response = await SendAsync(HttpMethod.Head, $"/{Bucket}/a");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
