using System.Text;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Which headers of a PUT an object keeps, and how a GET or HEAD returns them.</summary>
internal static class ObjectHeaderMap
{
    private const string UserMetadataPrefix = "x-amz-meta-";

    /// <summary>Names and values of user metadata together (S3: "Working with object metadata").</summary>
    private const int MaxUserMetadataBytes = 2 * 1024;

    private const string DefaultContentType = "binary/octet-stream";

    private static readonly string[] SystemHeaders =
        ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

    /// <summary>Takes what the object keeps from the request.</summary>
    /// <exception cref="S3Exception">MetadataTooLarge; what <see cref="TagSet"/> refuses.</exception>
    public static ObjectMetadata Read(S3Request request) =>
        new(ReadHeaders(request.Headers)) { Tags = TagSet.ReadHeader(request) };

    private static Dictionary<string, string> ReadHeaders(IHeaderDictionary request)
    {
        var kept = new Dictionary<string, string>();
        foreach (var name in SystemHeaders)
        {
            if (request.TryGetValue(name, out var sent) && KeptValue(name, sent.ToString()) is { Length: > 0 } value)
            {
                kept[name] = value;
            }
        }
        kept.TryAdd("content-type", DefaultContentType);
        var metadataBytes = 0;
        foreach (var (name, value) in request)
        {
            if (name.StartsWith(UserMetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                kept[name.ToLowerInvariant()] = value.ToString();
                metadataBytes += name.Length - UserMetadataPrefix.Length + Encoding.UTF8.GetByteCount(value.ToString());
            }
        }
        return metadataBytes <= MaxUserMetadataBytes
            ? kept
            : throw S3Errors.MetadataTooLarge(metadataBytes, MaxUserMetadataBytes);
    }

    /// <summary>Writes what the object kept, with the overrides of a GET (<c>response-content-type=…</c>).</summary>
    public static void Write(StoredObject stored, S3Request request)
    {
        foreach (var (name, value) in stored.Metadata.Headers)
        {
            request.Response.Headers[name] = ToHeaderValue(value);
        }
        foreach (var name in SystemHeaders)
        {
            if (request.FindQuery("response-" + name) is { } value)
            {
                request.Response.Headers[name] = ToHeaderValue(value);
            }
        }
    }

    // aws-chunked is how the body travelled, not how the object is encoded.
    private static string KeptValue(string name, string value) => name != "content-encoding"
        ? value
        : string.Join(",", value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));

    // S3 returns metadata that is not ASCII in the encoding of RFC 2047.
    private static string ToHeaderValue(string value) => value.All(character => character is >= ' ' and <= '~')
        ? value
        : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
