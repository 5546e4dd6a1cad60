using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Tags as requests carry them, and the rules of S3 for them.</summary>
internal static class TagSet
{
    /// <summary>Most tags of an object (S3: "Categorizing your objects using tags").</summary>
    public const int MaxOfObject = 10;

    /// <summary>Most tags of a bucket (S3: "Using cost allocation S3 bucket tags").</summary>
    public const int MaxOfBucket = 50;

    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    /// <summary>50 tags of the greatest length, each character possibly a reference of ten bytes.</summary>
    public const int MaxDocumentBytes = 256 * 1024;

    /// <summary>No tags.</summary>
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Reads the header of a PUT: <c>x-amz-tagging: project=lake&amp;stage=test</c>.</summary>
    /// <exception cref="S3Exception">InvalidArgument, InvalidTag, BadRequest.</exception>
    public static IReadOnlyDictionary<string, string> ReadHeader(S3Request request)
    {
        if (request.FindHeader("x-amz-tagging") is not { Length: > 0 } header)
        {
            return None;
        }
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(header))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }
        return Verify(pairs, MaxOfObject);
    }

    /// <summary>Reads the document of PutObjectTagging and PutBucketTagging.</summary>
    /// <exception cref="S3Exception">MalformedXML, InvalidTag, BadRequest.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadDocumentAsync(
        S3Request request,
        int most,
        CancellationToken cancellationToken)
    {
        var document = await S3Document.ReadAsync(
            new S3RequestBody(request), "Tagging", MaxDocumentBytes, cancellationToken);
        return Read(document, "TagSet", most) ?? throw S3Errors.MalformedXml();
    }

    /// <summary>Reads the tags in an element of a document; null when it has no such element.</summary>
    /// <exception cref="S3Exception">MalformedXML, InvalidTag, BadRequest.</exception>
    public static IReadOnlyDictionary<string, string>? Read(XElement document, string element, int most) =>
        document.Named(element).ToList() switch
        {
            [] => null,
            [var tagSet] => Verify([.. tagSet.Elements().Select(ReadTag)], most),
            _ => throw S3Errors.MalformedXml(),
        };

    /// <summary>Sends the document of GetObjectTagging and GetBucketTagging.</summary>
    public static Task WriteDocumentAsync(
        HttpResponse response,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken) => S3Xml.WriteAsync(
        response,
        writer =>
        {
            writer.WriteStartElement("Tagging", S3Xml.Namespace);
            writer.WriteStartElement("TagSet");
            foreach (var (key, value) in tags)
            {
                writer.WriteStartElement("Tag");
                writer.WriteElementString("Key", key);
                writer.WriteElementString("Value", value);
                writer.WriteEndElement();
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
        },
        cancellationToken);

    /// <summary>The tags, when they keep to the rules.</summary>
    /// <exception cref="S3Exception">InvalidTag, BadRequest.</exception>
    public static IReadOnlyDictionary<string, string> Verify(
        IReadOnlyCollection<KeyValuePair<string, string>> pairs, int most)
    {
        if (pairs.Count > most)
        {
            throw new S3Exception(
                "BadRequest",
                most == MaxOfObject
                    ? $"Object tags cannot be greater than {most}"
                    : $"Bucket tag count cannot be greater than {most}",
                400);
        }
        var tags = new Dictionary<string, string>();
        foreach (var (key, value) in pairs)
        {
            VerifyTag(key, value);
            if (!tags.TryAdd(key, value))
            {
                throw S3Errors.InvalidTag("Cannot provide multiple Tags with the same key");
            }
        }
        return tags;
    }

    private static KeyValuePair<string, string> ReadTag(XElement tag) => tag.Name.LocalName == "Tag"
        ? new(tag.Text("Key") ?? throw S3Errors.MalformedXml(), tag.Text("Value") ?? throw S3Errors.MalformedXml())
        : throw S3Errors.MalformedXml();

    private static void VerifyTag(string key, string value)
    {
        if (key.Length is 0 or > MaxKeyLength || !key.EnumerateRunes().All(IsAllowed))
        {
            throw S3Errors.InvalidTag("The TagKey you have provided is invalid");
        }
        if (value.Length > MaxValueLength || !value.EnumerateRunes().All(IsAllowed))
        {
            throw S3Errors.InvalidTag("The TagValue you have provided is invalid");
        }
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw S3Errors.InvalidTag("System tags cannot be added/updated by requester");
        }
    }

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.IsWhiteSpace(rune) || "_.:/=+-@".Contains(rune.ToString());
}
