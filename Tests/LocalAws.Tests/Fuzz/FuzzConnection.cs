using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>One HTTP/1.1 connection that sends bytes as they are.</summary>
internal sealed class FuzzConnection : IDisposable
{
    private const int MaxHead = 64 * 1024;
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private NetworkStream _stream = null!;

    /// <summary>Whether the server, or the last answer, ended the connection.</summary>
    public bool IsClosed { get; private set; }

    public static async Task<FuzzConnection> OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        var connection = new FuzzConnection();
        await connection._client.ConnectAsync(url.Host, url.Port, cancellationToken);
        connection._stream = connection._client.GetStream();
        return connection;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>Null when the server ended the connection without one.</returns>
    public async Task<FuzzAnswer?> CallAsync(FuzzRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _stream.WriteAsync(request.Bytes, cancellationToken);
            if (request.Protocol == FuzzProtocol.Malformed)
            {
                // The server must not wait for what never comes.
                _client.Client.Shutdown(SocketShutdown.Send);
            }

            var answer = await ReadAnswerAsync(request.Method, cancellationToken);
            IsClosed |= answer is null || request.Protocol == FuzzProtocol.Malformed;
            return answer;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            IsClosed = true;
            return null;
        }
    }

    private async Task<FuzzAnswer?> ReadAnswerAsync(string method, CancellationToken cancellationToken)
    {
        string[] head;
        int status;
        do
        {
            if (await ReadHeadAsync(cancellationToken) is not { } text)
            {
                return null;
            }

            head = text.Split("\r\n");
            status = int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        while (status is >= 100 and < 200);

        var headers = head.Skip(1)
            .Select(line => line.Split(':', 2))
            .ToLookup(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        IsClosed = headers["Connection"].Contains("close");
        var body = method == "HEAD" || status is 204 or 304 ? [] : await ReadBodyAsync(headers, cancellationToken);
        return new FuzzAnswer(status, headers["Content-Type"].FirstOrDefault() ?? "", body);
    }

    private async Task<string?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var head = Encoding.Latin1.GetString(_buffer, _start, end);
                _start += end + 4;
                return head;
            }

            if (_end - _start > MaxHead || !await FillAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    private async Task<byte[]> ReadBodyAsync(ILookup<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers["Content-Length"].FirstOrDefault() is { } length)
        {
            return await ReadAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }

        // A stream of events lives for minutes; that it began is all there is to see.
        IsClosed = true;
        return [];
    }

    private async Task<byte[]> ReadAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        for (var read = 0; read < length;)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                throw new IOException("The answer ends in the middle of its body.");
            }

            var count = Math.Min(length - read, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(body.AsSpan(read));
            _start += count;
            read += count;
        }

        return body;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}

/// <summary>What came back.</summary>
internal sealed record FuzzAnswer(int Status, string ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
