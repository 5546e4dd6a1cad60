using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>HTTP/1.1 and HTTP/2 with prior knowledge on the one cleartext port.</summary>
public sealed class Http2Tests : IAsyncLifetime
{
    private LocalAwsHost _localAws = null!;

    public async ValueTask InitializeAsync() =>
        _localAws = await LocalAwsHost.StartAsync(null, "--LocalAws:EnforceLimits=false");

    public ValueTask DisposeAsync() => _localAws.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_client_chooses_the_version(int major)
    {
        using var client = _localAws.CreateClient();

        var response = await client.PostAsync("Kinesis_20131202.ListStreams", "{}", request =>
        {
            request.Version = new Version(major, major == 1 ? 1 : 0);
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(major, response.Version.Major);
    }

    [Fact]
    public async Task Many_calls_share_one_HTTP_2_connection()
    {
        using var client = _localAws.CreateClient();

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ =>
            client.PostAsync("Kinesis_20131202.ListStreams", "{}", request =>
            {
                request.Version = HttpVersion.Version20;
                request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            })));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Fact]
    public async Task A_request_that_arrives_byte_by_byte_and_starts_like_the_preface_is_HTTP_1()
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, _localAws.Url.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();

        foreach (var single in "PUT / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray())
        {
            stream.WriteByte(single);
        }

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 ", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_does_not_hold_up_the_end()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _localAws.Url.Port, TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);

        await _localAws.RestartAsync().WaitAsync(limit.Token);
    }
}
