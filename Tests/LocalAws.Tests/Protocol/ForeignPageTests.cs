using System.Net;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>What browsers send for a web page, which has no signature and, often, no preflight.</summary>
public sealed class ForeignPageTests : IAsyncLifetime
{
    private LocalAwsHost _localAws = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _localAws = await LocalAwsHost.StartAsync(settings: "--LocalAws:AllowedHosts=app.test");
        _client = _localAws.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _localAws.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/?Action=DeleteStack&StackName=s")]
    [InlineData("POST", "/?Action=DeleteStack&StackName=s")]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/bucket")]
    [InlineData("GET", "/bucket/key")]
    [InlineData("GET", "/_localaws/health")]
    public async Task A_page_of_another_site_is_refused_whatever_it_calls(string method, string target)
    {
        var (status, body) = await SendAsync(method, target, ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("AccessDenied", body, StringComparison.Ordinal);
        Assert.Contains("LocalAws:AllowedHosts", body, StringComparison.Ordinal);
        Assert.Contains("https://evil.example", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://localhost.evil.example")]
    [InlineData("Origin", "https://pages.s3.amazonaws.com")]
    [InlineData("Origin", "chrome-extension://localhost")]
    [InlineData("Origin", "http://localhost, https://evil.example")]
    [InlineData("Origin", "localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_request_whose_sender_is_no_allowed_page_is_refused(string header, string value)
    {
        var (status, body) = await SendAsync("GET", "/?Action=GetCallerIdentity", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("LocalAws:AllowedHosts", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_refused_page_asked_for_is_not_done()
    {
        await SendAsync("PUT", "/taken", ("Origin", "https://evil.example"));
        await SendAsync("PUT", "/taken-too", ("Sec-Fetch-Site", "cross-site"));

        var (_, buckets) = await SendAsync("GET", "/");
        Assert.DoesNotContain("taken", buckets, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:3000", "same-site")]
    [InlineData("http://127.0.0.1:3000", "cross-site")]
    [InlineData("http://[::1]:3000", "cross-site")]
    [InlineData("https://app.test", "cross-site")]
    public async Task A_page_of_an_allowed_host_is_answered(string origin, string site)
    {
        var (status, _) = await SendAsync(
            "GET", "/?Action=GetCallerIdentity", ("Origin", origin), ("Sec-Fetch-Site", site));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("same-origin")]
    public async Task What_the_user_opens_is_answered(string site)
    {
        var (status, _) = await SendAsync("GET", "/?Action=GetCallerIdentity", ("Sec-Fetch-Site", site));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_preflight_is_answered_as_any_other_method()
    {
        var usual = await SendAsync("OPTIONS", "/_localaws/health");
        var preflight = await SendAsync("OPTIONS", "/_localaws/health", ("Origin", "https://evil.example"));

        Assert.Equal(usual, preflight);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        string method, string target, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
