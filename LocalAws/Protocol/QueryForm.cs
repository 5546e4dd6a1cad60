using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Recognizes a request of the query protocol and reads its form, which may be the query string.</summary>
internal static class QueryForm
{
    /// <summary>
    /// The largest body accepted, in bytes: a template of 51,200 bytes and 200 parameters of 4,096, each escaped to
    /// three times its size, and room for tags.
    /// </summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxParameters = 10_000;
    private const int MaxNameLength = 1_024;

    /// <summary>What a signature in the query string is made of; it is accepted as it comes.</summary>
    private static readonly string[] SignatureParameters =
    [
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-Security-Token",
        "X-Amz-Signature", "X-Amz-SignedHeaders", "AWSAccessKeyId", "SecurityToken", "Signature", "SignatureMethod",
        "SignatureVersion", "Timestamp",
    ];

    /// <summary>S3's form uploads are multipart, so every URL-encoded form belongs to the query protocol.</summary>
    public static bool IsIn(HttpRequest request) => request.Path == "/" && (
        HttpMethods.IsPost(request.Method)
            ? request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                == true || request.Query.ContainsKey("Action")
            : HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("Action"));

    /// <summary>Reads the parameters of body and query string together.</summary>
    /// <exception cref="AwsException">MalformedQueryString, RequestEntityTooLarge.</exception>
    public static async ValueTask<Dictionary<string, string>> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        using var body = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        try
        {
            Add(form, Encoding.UTF8.GetString(body.Span));
            Add(form, request.QueryString.Value is { Length: > 1 } query ? query[1..] : "");
        }
        catch (InvalidDataException exception)
        {
            throw Malformed(exception.Message);
        }

        foreach (var parameter in SignatureParameters)
        {
            form.Remove(parameter);
        }

        return form;
    }

    private static void Add(Dictionary<string, string> form, string text)
    {
        using var reader = new FormReader(text)
        {
            KeyLengthLimit = MaxNameLength,
            ValueLengthLimit = MaxBytes,
        };
        while (reader.ReadNextPair() is { } pair)
        {
            if (!form.TryAdd(pair.Key, pair.Value))
            {
                throw Malformed($"The parameter {pair.Key} is given twice.");
            }

            if (form.Count > MaxParameters)
            {
                throw Malformed($"There are more than {MaxParameters} parameters.");
            }
        }
    }

    private static AwsException Malformed(string detail) => new(
        "MalformedQueryString",
        $"The query string contains a syntax error: {detail}",
        StatusCodes.Status404NotFound);
}
