using System.Net;
using System.Text;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>Sends requests that no AWS SDK would send.</summary>
internal static class RawClient
{
    /// <summary>Posts <paramref name="body"/> to an operation.</summary>
    public static async Task<RawResponse> PostAsync(
        this HttpClient client,
        string target,
        string body,
        Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-Amz-Target", target);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1");
        change?.Invoke(request);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawResponse(response.StatusCode, response.Version, response.Headers.ToString(), text);
    }
}

internal sealed record RawResponse(HttpStatusCode StatusCode, Version Version, string Headers, string Body)
{
    public string? ErrorType => Member("__type");

    public string? Message => Member("message");

    private string? Member(string name)
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.GetProperty(name).GetString();
    }
}
