using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>Reads requests and writes answers of the admin API.</summary>
internal static class AdminRequest
{
    private const int MaxBytes = 1024 * 1024;
    private const string Json = "application/json";

    /// <summary>
    /// Refuses a request that is not declared as JSON: such a one a foreign web page could make a browser send.
    /// </summary>
    /// <exception cref="AdminException">UnsupportedMediaType.</exception>
    public static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !Json.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new AdminException(
                StatusCodes.Status415UnsupportedMediaType,
                "UnsupportedMediaType",
                $"Send the header Content-Type: {Json}; without it a web page could make a browser send this request.");
        }
    }

    /// <summary>Reads a document; an empty body is <paramref name="empty"/>, where that is given.</summary>
    /// <exception cref="AdminException">The body is no such document.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> json, T? empty = null)
        where T : class
    {
        RequireJson(context.Request);
        using var body = await RequestBody.ReadAsync(context.Request, MaxBytes, context.RequestAborted);
        try
        {
            return (body.Length == 0 && empty is not null ? empty : JsonSerializer.Deserialize(body.Span, json))
                ?? throw AdminException.Validation("$", "must be an object");
        }
        catch (JsonException exception)
        {
            throw Invalid(exception);
        }
    }

    /// <summary>Writes a document.</summary>
    public static async Task WriteAsync<T>(HttpContext context, int statusCode, T document, JsonTypeInfo<T> json)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(document, json);
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = Json;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The serializer says where it stopped, <c>$.rules[0].rate</c>, and in its first sentence why.</summary>
    private static AdminException Invalid(JsonException exception)
    {
        var member = exception.Path is { Length: > 2 } path ? path[2..] : "$";
        var sentence = exception.Message.Split(" Path:")[0].TrimEnd('.');
        return AdminException.Validation(member, Why(sentence, exception.InnerException?.Message ?? ""));
    }

    /// <summary>Where the sentence names a type of ours, which means nothing to the caller, what it stands for.</summary>
    private static string Why(string sentence, string cause) => sentence switch
    {
        _ when sentence.Contains(".NET member", StringComparison.Ordinal) => "is no member there",
        _ when sentence.StartsWith("Duplicate property", StringComparison.Ordinal) => "is given twice",
        _ when sentence.Contains("could not be converted", StringComparison.Ordinal) => "must be " + Kind(sentence, cause),
        _ => $"is not usable: {sentence}",
    };

    /// <param name="sentence">Names the type of a list or an object.</param>
    /// <param name="cause">Says what a single value is not: <c>Cannot get the value of … as a number.</c></param>
    private static string Kind(string sentence, string cause) => cause switch
    {
        _ when cause.Contains("as a string", StringComparison.Ordinal) => "a string",
        _ when cause.Contains("as a number", StringComparison.Ordinal) => "a number",
        _ when cause.Contains("for an Int", StringComparison.Ordinal) => "an integer",
        _ => sentence.Contains("List`1", StringComparison.Ordinal) ? "a list" : "an object",
    };
}
