using System.Net;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class ListenAddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("*")]
    public async Task It_listens_where_it_is_told(string address)
    {
        await using var localAws = await LocalAwsHost.StartAsync(null, $"--LocalAws:ListenAddress={address}");
        using var client = new HttpClient();

        using var response = await client.GetAsync(
            new Uri($"http://127.0.0.1:{localAws.Url.Port}/_localaws/health"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Beyond_this_machine_it_still_refuses_foreign_hosts()
    {
        await using var localAws = await LocalAwsHost.StartAsync(null, "--LocalAws:ListenAddress=*");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"http://127.0.0.1:{localAws.Url.Port}/_localaws/health");
        request.Headers.Host = "192.0.2.1:4566";

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(
            "LocalAws:AllowedHosts", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
