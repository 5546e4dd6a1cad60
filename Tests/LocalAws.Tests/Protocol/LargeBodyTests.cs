using System.Net;
using System.Net.Sockets;
using System.Text;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class LargeBodyTests : IDisposable
{
    private const int Connections = 24;
    private const long MaxMemoryBytes = 400L * 1024 * 1024;
    private readonly TemporaryDirectory _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Many_large_bodies_at_once_take_no_more_memory_than_a_few()
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var client = new HttpClient { BaseAddress = localAws.Url };
        var body = new byte[RequestBody.MaxBytes];
        body.AsSpan().Fill((byte)' ');

        var answers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => PostAsync(client, body)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.InRange(localAws.PeakMemoryBytes, 1, MaxMemoryBytes);
    }

    [Fact]
    public async Task Small_requests_are_answered_while_large_ones_never_come_to_their_end()
    {
        await using var localAws = await LocalAwsHost.StartAsync();
        var slow = new List<TcpClient>();
        for (var i = 0; i < 8; i++)
        {
            slow.Add(await BeginAsync(localAws.Url));
        }

        using var client = localAws.CreateClient();
        var answer = await client.PostAsync("Kinesis_20131202.ListStreams", "{}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        slow.ForEach(connection => connection.Dispose());
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Amz-Target", "Kinesis_20131202.PutRecords");
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static async Task<TcpClient> BeginAsync(Uri url)
    {
        var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, Cancellation);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: Kinesis_20131202.PutRecords\r\n"
                + $"Content-Length: {RequestBody.MaxBytes}\r\n\r\n{{"),
            Cancellation);
        return client;
    }
}
