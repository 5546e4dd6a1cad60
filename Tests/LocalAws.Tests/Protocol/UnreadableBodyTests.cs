using System.Net.Sockets;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>Bodies that HTTP itself cannot make out are refused in the protocol of the service they are for.</summary>
public sealed class UnreadableBodyTests : IAsyncLifetime
{
    private const string Target = "X-Amz-Target: Kinesis_20131202.ListStreams\r\n";
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    private LocalAwsHost _localAws = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _localAws = await LocalAwsHost.StartAsync();

    public ValueTask DisposeAsync() => _localAws.DisposeAsync();

    [Theory]
    [InlineData("POST / HTTP/1.1\r\n" + Target, "\"__type\":\"InvalidRequestException\"")]
    [InlineData(
        "POST / HTTP/1.1\r\nContent-Type: application/x-amz-cbor-1.1\r\n" + Target,
        "Content-Type: application/x-amz-cbor-1.1\r\n")]
    [InlineData(
        "POST / HTTP/1.1\r\nContent-Type: application/x-amz-cbor-1.1\r\n" + Target,
        "f__typewInvalidRequestException")]
    [InlineData("POST / HTTP/1.1\r\n" + Form, "<Type>Sender</Type><Code>InvalidRequest</Code>")]
    [InlineData("PUT /lake HTTP/1.1\r\n", "<Error><Code>IncompleteBody</Code>")]
    public async Task Chunks_that_are_none_are_refused(string head, string expected)
    {
        var answer = await SendAsync(head + "Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\n" + Target, "\"__type\":\"RequestTimeoutException\"")]
    [InlineData("PUT /lake HTTP/1.1\r\n", "<Error><Code>RequestTimeout</Code>")]
    public async Task A_body_that_does_not_come_is_refused(string head, string expected)
    {
        var answer = await SendAsync(head + "Host: localhost\r\nContent-Length: 100\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    /// <summary>The answer, which must be the last one of its connection.</summary>
    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_localAws.Url.Host, _localAws.Url.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var answer = new StreamReader(stream);
        return await answer.ReadToEndAsync(Cancellation);
    }
}
