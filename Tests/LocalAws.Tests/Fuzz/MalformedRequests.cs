using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Bytes that are no HTTP, or no HTTP anybody should send.</summary>
internal static class MalformedRequests
{
    private const string Chunked = "POST / HTTP/1.1\r\nHost: localhost\r\n"
        + "X-Amz-Target: Kinesis_20131202.ListStreams\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly string[] Samples =
    [
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", "G\0T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\r\n\r\n\r\n\r\n", "\0\0\0\0",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\0\0\0\0\0\0",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        Chunked + "zz\r\n",
        Chunked + "2\r\n{}\r\n0\r\n\r\n",
        "PUT /fuzz-bucket-1/a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: Kinesis_20131202.PutRecords\r\n"
            + "Content-Length: 100\r\n\r\n{\"Records\":",
        "PUT /fuzz-bucket-1/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nshort",
        "GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET http://localhost/fuzz-bucket-1/a HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "PUT /fuzz-bucket-1/a HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello",
        "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade, http2-settings\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAA\r\n\r\n",
    ];

    public static FuzzRequest Create(Random random)
    {
        var text = random.Next(20) switch
        {
            0 => $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('x', random.Next(1, 60_000))}\r\n\r\n",
            1 => $"GET /{new string('a', random.Next(1, 20_000))} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            2 => "GET / HTTP/1.1\r\nHost: localhost\r\n"
                + string.Concat(Enumerable.Repeat("a: b\r\n", random.Next(1, 400))) + "\r\n",
            _ => Hostile.Choose(random, Samples),
        };
        var bytes = Encoding.Latin1.GetBytes(text);
        return new FuzzRequest(
            FuzzProtocol.Malformed,
            text.Split(' ')[0],
            random.Next(2) == 0 ? bytes : Mutation.Apply(bytes, random));
    }
}
