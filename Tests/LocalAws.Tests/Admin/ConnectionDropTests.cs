using System.Net.Sockets;
using System.Text;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class ConnectionDropTests : AdminTest
{
    [Fact]
    public async Task A_drop_before_handling_writes_nothing()
    {
        await DropAsync("Kinesis.PutRecord", "beforeHandling");

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("lost"));

        Assert.Empty(await ReadAllAsync());
    }

    [Theory]
    [InlineData("afterHandling")]
    [InlineData("duringReply")]
    public async Task A_drop_after_handling_has_written_and_the_caller_does_not_know(string moment)
    {
        await DropAsync("Kinesis.PutRecord", moment);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("written"));

        Assert.Equal(["written"], await ReadAllAsync());
    }

    [Theory]
    [InlineData("afterHandling")]
    [InlineData("duringReply")]
    public async Task A_reply_without_a_body_drops_as_a_whole(string moment)
    {
        await DropAsync("Kinesis.CreateStream", moment);

        await Assert.ThrowsAsync<HttpRequestException>(
            () => Http.PostAsync("Kinesis_20131202.CreateStream", """{"StreamName":"other","ShardCount":1}"""));

        var streams = await Kinesis.ListStreamsAsync(new Amazon.Kinesis.Model.ListStreamsRequest(), Cancellation);
        Assert.Contains("other", streams.StreamNames);
    }

    [Fact]
    public async Task A_drop_during_the_reply_ends_in_the_middle_of_the_body()
    {
        await DropAsync("Kinesis.ListStreams", "duringReply");

        var reply = await SendRawAsync("Kinesis_20131202.ListStreams", "{}");

        var (head, body) = (reply.Split("\r\n\r\n")[0], reply.Split("\r\n\r\n")[1]);
        var announced = int.Parse(head.Split("Content-Length: ")[1].Split("\r\n")[0], null);
        Assert.StartsWith("HTTP/1.1 200 OK", head, StringComparison.Ordinal);
        Assert.Equal(announced / 2, body.Length);
    }

    [Fact]
    public async Task The_next_call_on_another_connection_is_answered()
    {
        await DropAsync("Kinesis.PutRecord", "duringReply");
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("first"));

        await PostAsync("second");

        Assert.Equal(["first", "second"], await ReadAllAsync());
    }

    /// <summary>Puts a record with a client that, unlike the SDK, does not try a second time by itself.</summary>
    private Task<RawResponse> PostAsync(string data)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(data));
        return Http.PostAsync(
            "Kinesis_20131202.PutRecord",
            $$"""{"StreamName":"{{Stream}}","PartitionKey":"k","Data":"{{base64}}"}""");
    }

    private Task DropAsync(string operation, string moment) => ArmAsync(
        $$"""{"operation":"{{operation}}","kind":"connectionDrop","moment":"{{moment}}","count":1}""");

    /// <summary>All bytes that the server sends until it ends the connection, in whatever way.</summary>
    private async Task<string> SendRawAsync(string target, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(LocalAws.Url.Host, LocalAws.Url.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: {target}\r\n"
                + $"Content-Length: {body.Length}\r\n\r\n{body}"),
            Cancellation);
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, Cancellation)) > 0)
            {
                received.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            return received.ToString();
        }

        return received.ToString();
    }
}
