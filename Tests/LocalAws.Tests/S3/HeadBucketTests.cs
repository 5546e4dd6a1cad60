using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class HeadBucketTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_bucket_that_is_there_tells_its_region()
    {
        using var response = await SendAsync(HttpMethod.Head, "/" + Bucket);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("us-east-1", response.Headers.GetValues("x-amz-bucket-region").Single());
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_404_without_a_body()
    {
        using var response = await SendAsync(HttpMethod.Head, "/missing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
