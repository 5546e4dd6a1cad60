using System.Net;
using System.Xml.Linq;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>Sends requests of the query protocol that no AWS SDK would send.</summary>
internal static class QueryClient
{
    /// <summary>Posts parameters as a form.</summary>
    public static async Task<QueryResponse> QueryAsync(
        this HttpClient client, params IEnumerable<(string Name, string Value)> parameters)
    {
        using var form = new FormUrlEncodedContent(
            parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        return await client.SendFormAsync(new HttpRequestMessage(HttpMethod.Post, "/") { Content = form });
    }

    /// <summary>Sends a request and reads its XML answer.</summary>
    public static async Task<QueryResponse> SendFormAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new QueryResponse(response.StatusCode, XElement.Parse(text));
    }
}

internal sealed record QueryResponse(HttpStatusCode StatusCode, XElement Document)
{
    public string? Code => Value("Code");

    public string? Message => Value("Message");

    /// <summary>The text of the first element of that name.</summary>
    public string? Value(string name) => Values(name).FirstOrDefault();

    /// <summary>The texts of all elements of that name.</summary>
    public IEnumerable<string> Values(string name) => Document.Descendants()
        .Where(element => element.Name.LocalName == name)
        .Select(element => element.Value);
}
