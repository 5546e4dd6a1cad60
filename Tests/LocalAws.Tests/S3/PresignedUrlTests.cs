using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class PresignedUrlTests : IAsyncLifetime
{
    private const string Query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00&X-Amz-SignedHeaders=host"
        + "&X-Amz-Credential=test%2F20260101%2Fus-east-1%2Fs3%2Faws4_request";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LocalAwsHost _host = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await LocalAwsHost.StartAsync(_clock);
        _http = _host.CreateClient();
        using var bucket = await _http.PutAsync("/lake", null, Cancellation);
        using var put = await _http.PutAsync("/lake/a", new StringContent("content"), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_url_may_be_used_until_it_expires()
    {
        const string Url = $"/lake/a?{Query}&X-Amz-Date=20260101T000000Z&X-Amz-Expires=900";
        _clock.Advance(TimeSpan.FromSeconds(900));
        using var inTime = await _http.GetAsync(Url, Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await _http.GetAsync(Url, Cancellation);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains(
            "<Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>900</X-Amz-Expires>",
            await late.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("20260101T000000Z", "604801", HttpStatusCode.BadRequest)]
    [InlineData("20260101T000000Z", "-1", HttpStatusCode.BadRequest)]
    [InlineData("20260101T000000Z", "soon", HttpStatusCode.BadRequest)]
    [InlineData("20260101T000000Z", "", HttpStatusCode.BadRequest)]
    [InlineData("yesterday", "900", HttpStatusCode.BadRequest)]
    [InlineData("99991231T235959Z", "900", HttpStatusCode.Forbidden)]
    [InlineData("20260101T001501Z", "900", HttpStatusCode.Forbidden)]
    [InlineData("00010101T000000Z", "900", HttpStatusCode.Forbidden)]
    public async Task A_life_that_cannot_be_is_refused(string date, string expires, HttpStatusCode status)
    {
        using var response = await _http.GetAsync(
            $"/lake/a?{Query}&X-Amz-Date={date}&X-Amz-Expires={expires}", Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Amz-Credential=test%2F20260101%2Fus-east-1%2Fs3%2Faws4_request")]
    [InlineData("X-Amz-SignedHeaders=host")]
    [InlineData("X-Amz-Expires=900")]
    [InlineData("X-Amz-Date=20260101T000000Z")]
    public async Task A_url_with_a_part_of_the_signature_only_is_refused(string query)
    {
        using var response = await _http.GetAsync($"/lake/a?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("AuthorizationQueryParametersError", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("1767225600", HttpStatusCode.OK)]
    [InlineData("1767225599", HttpStatusCode.Forbidden)]
    [InlineData("never", HttpStatusCode.Forbidden)]
    public async Task A_url_of_signature_version_2_expires_too(string expires, HttpStatusCode status)
    {
        using var response = await _http.GetAsync(
            $"/lake/a?AWSAccessKeyId=test&Signature=x&Expires={expires}", Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Headers_in_the_url_are_headers()
    {
        const string Url = $"/lake/b?{Query}&X-Amz-Date=20260101T000000Z&X-Amz-Expires=900"
            + "&x-amz-meta-device=sensor-1&x-amz-tagging=a%3Db";
        using var put = await _http.PutAsync(Url, new StringContent("1"), Cancellation);
        using var get = await _http.GetAsync("/lake/b", Cancellation);

        Assert.Equal("sensor-1", get.Headers.GetValues("x-amz-meta-device").Single());
        Assert.Equal("1", get.Headers.GetValues("x-amz-tagging-count").Single());
    }

    [Fact]
    public async Task The_sdk_signs_uploads_that_a_plain_client_makes()
    {
        using var s3 = S3Test.CreateClient(_host.Url);
        var url = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = "lake",
            Key = "ü b",
            Verb = HttpVerb.PUT,
            Expires = DateTime.UnixEpoch.AddYears(100),
            Protocol = Amazon.S3.Protocol.HTTP,
        });
        // The SDK signs by its own clock, which is not the one of this LocalAws.
        _clock.SetUtcNow(TimeProvider.System.GetUtcNow());

        using var put = await _http.PutAsync(url, new StringContent("1"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
    }
}
