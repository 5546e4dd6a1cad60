using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Calls a server over HTTP/1.1 with no SDK between: what is measured is the server.</summary>
internal sealed class AwsHttp : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _url;

    public AwsHttp(Uri url)
    {
        _url = url;
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    /// <summary>Calls an operation of the JSON protocol and hands over the body of its answer, to be disposed.</summary>
    /// <exception cref="HttpRequestException">The answer is an error.</exception>
    public async Task<ResponseBytes> CallAsync(string target, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        // The others look at these, if not at the signature.
        var service = target.StartsWith("Kinesis", StringComparison.Ordinal) ? "kinesis" : "firehose";
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, "
            + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=00");
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Calls an operation once, with a request written as JSON.</summary>
    public async Task<JsonElement> CallAsync(string target, string json, CancellationToken cancellationToken)
    {
        using var response = await CallAsync(target, Encoding.UTF8.GetBytes(json), cancellationToken);
        return response.Memory.IsEmpty ? default : JsonDocument.Parse(response.Memory.ToArray()).RootElement;
    }

    /// <summary>Makes a request of S3's.</summary>
    public async Task<ResponseBytes> SendAsync(
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_url, path));
        if (!body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(body);
        }

        return await SendAsync(request, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task<ResponseBytes> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = await ResponseBytes.ReadAsync(
            stream, (int?)response.Content.Headers.ContentLength, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return bytes;
        }

        using (bytes)
        {
            throw new HttpRequestException(
                $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(bytes.Memory.Span)}",
                inner: null,
                response.StatusCode);
        }
    }
}
