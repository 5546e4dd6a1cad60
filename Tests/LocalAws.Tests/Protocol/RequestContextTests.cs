using Microsoft.AspNetCore.Http;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class RequestContextTests
{
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/kinesis/aws4_request, Signed…", "eu-west-1")]
    [InlineData("AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/kinesis/aws4_request,Signed…", "eu-west-1")]
    [InlineData("AWS4-HMAC-SHA256 Credential=test/20260101", "us-east-1")]
    [InlineData("Bearer token", "us-east-1")]
    [InlineData("", "us-east-1")]
    public void The_region_is_the_one_the_caller_signed_for(string authorization, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost", 4566);
        context.Request.Headers.Authorization = authorization;

        var requestContext = RequestContext.From(context);

        Assert.Equal(expected, requestContext.Region);
        Assert.Equal(new Uri("http://localhost:4566"), requestContext.BaseUrl);
    }

    [Fact]
    public void A_presigned_URL_carries_the_region_in_its_query()
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost");
        context.Request.QueryString = new QueryString(
            "?X-Amz-Credential=test%2F20260101%2Feu-west-1%2Fs3%2Faws4_request");

        Assert.Equal("eu-west-1", RequestContext.From(context).Region);
    }
}
