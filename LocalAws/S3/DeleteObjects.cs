using System.Xml;
using System.Xml.Linq;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Deletes up to 1,000 objects (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html).
/// </summary>
internal sealed class DeleteObjects(ObjectStore store) : IS3Operation
{
    private const int MaxKeys = 1000;

    /// <summary>1,000 keys of 1,024 bytes, each byte possibly a character reference.</summary>
    private const int MaxBodyBytes = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        if (!new S3RequestBody(request).ClaimsAnyDigest)
        {
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5");
        }
        using var document = await SmallBody.ReadAsync(request, MaxBodyBytes, cancellationToken);
        var (entries, isQuiet) = Parse(document);
        store.GetBucket(request.Bucket);
        var outcomes = await Task.WhenAll(
            entries.Select(entry => DeleteAsync(request.Bucket, entry, cancellationToken)));
        await S3Xml.WriteAsync(request.Response, writer => Write(writer, outcomes, isQuiet), cancellationToken);
    }

    private async Task<Outcome> DeleteAsync(string bucket, Entry entry, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeleteAsync(
                new ObjectAddress(bucket, entry.Key),
                new PutCondition(entry.ETag, IfNoneMatch: false),
                cancellationToken);
            return new Outcome(entry.Key, Refusal: null);
        }
        catch (S3Exception refusal)
        {
            return new Outcome(entry.Key, refusal);
        }
    }

    private static (List<Entry> Entries, bool IsQuiet) Parse(Stream document)
    {
        try
        {
            using var reader = S3Xml.Read(document);
            var root = XElement.Load(reader);
            var entries = root.Elements().Where(IsNamed("Object")).Select(ParseEntry).ToList();
            if (root.Name.LocalName != "Delete" || entries.Count is 0 or > MaxKeys)
            {
                throw S3Errors.MalformedXml();
            }
            var isQuiet = root.Elements().Any(element => IsNamed("Quiet")(element) && element.Value == "true");
            return (entries, isQuiet);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    private static Entry ParseEntry(XElement element)
    {
        string? key = null;
        string? etag = null;
        foreach (var member in element.Elements())
        {
            switch (member.Name.LocalName)
            {
                case "Key":
                    key = member.Value;
                    break;
                case "ETag":
                    etag = EntityTags.Unquote(member.Value);
                    break;
                default:
                    throw S3Errors.ParameterNotImplemented(member.Name.LocalName);
            }
        }
        return new Entry(key is { Length: > 0 } ? key : throw S3Errors.MalformedXml(), etag);
    }

    private static void Write(XmlWriter writer, Outcome[] outcomes, bool isQuiet)
    {
        writer.WriteStartElement("DeleteResult", S3Xml.Namespace);
        foreach (var (key, refusal) in outcomes)
        {
            if (refusal is not null)
            {
                writer.WriteStartElement("Error");
                writer.WriteElementString("Key", key);
                writer.WriteElementString("Code", refusal.Code);
                writer.WriteElementString("Message", refusal.Message);
                writer.WriteEndElement();
            }
            else if (!isQuiet)
            {
                writer.WriteStartElement("Deleted");
                writer.WriteElementString("Key", key);
                writer.WriteEndElement();
            }
        }
        writer.WriteEndElement();
    }

    private static Func<XElement, bool> IsNamed(string name) => element => element.Name.LocalName == name;

    private sealed record Entry(string Key, string? ETag);

    private sealed record Outcome(string Key, S3Exception? Refusal);
}
