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
        var body = new S3RequestBody(request);
        if (!body.ClaimsAnyDigest)
        {
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5");
        }
        var document = await S3Document.ReadAsync(body, "Delete", MaxBodyBytes, cancellationToken);
        document.RefuseOthersThan("Object", "Quiet");
        var entries = document.Named("Object").Select(ParseEntry).ToList();
        if (entries.Count is 0 or > MaxKeys)
        {
            throw S3Errors.MalformedXml();
        }
        var isQuiet = document.Text("Quiet") == "true";
        store.GetBucket(request.Bucket);
        var outcomes = await Task.WhenAll(
            entries.Select(entry => DeleteAsync(request.Bucket, entry, cancellationToken)));
        await S3Xml.WriteAsync(request.Response, writer => Write(writer, outcomes, isQuiet), cancellationToken);
    }

    private async Task<Outcome> DeleteAsync(string bucket, Entry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (entry.VersionId is not (null or ObjectVersion.Null))
            {
                throw S3Errors.NoSuchVersion(entry.Key, entry.VersionId);
            }
            S3Path.VerifyKey(entry.Key);
            await store.DeleteAsync(
                new ObjectAddress(bucket, entry.Key),
                new PutCondition(entry.ETag, IfNoneMatch: false),
                cancellationToken);
            return new Outcome(entry, Refusal: null);
        }
        catch (S3Exception refusal)
        {
            return new Outcome(entry, refusal);
        }
    }

    private static Entry ParseEntry(XElement element)
    {
        // Conditions on directory buckets: obeyed on AWS, so not to be taken for a mistake.
        if (element.Text("LastModifiedTime") is not null || element.Text("Size") is not null)
        {
            throw S3Errors.ParameterNotImplemented("LastModifiedTime and Size of DeleteObjects");
        }
        element.RefuseOthersThan("Key", "ETag", "VersionId");
        var key = element.Text("Key") is { Length: > 0 } text ? text : throw S3Errors.MalformedXml();
        var etag = element.Text("ETag");
        return new Entry(key, etag is null ? null : EntityTags.Unquote(etag), element.Text("VersionId"));
    }

    private static void Write(XmlWriter writer, Outcome[] outcomes, bool isQuiet)
    {
        writer.WriteStartElement("DeleteResult", S3Xml.Namespace);
        foreach (var (entry, refusal) in outcomes)
        {
            if (refusal is not null)
            {
                writer.WriteStartElement("Error");
                WriteEntry(writer, entry);
                writer.WriteElementString("Code", refusal.Code);
                writer.WriteElementString("Message", refusal.Message);
                writer.WriteEndElement();
            }
            else if (!isQuiet)
            {
                writer.WriteStartElement("Deleted");
                WriteEntry(writer, entry);
                writer.WriteEndElement();
            }
        }
        writer.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter writer, Entry entry)
    {
        writer.WriteElementString("Key", entry.Key);
        if (entry.VersionId is not null)
        {
            writer.WriteElementString("VersionId", entry.VersionId);
        }
    }

    private sealed record Entry(string Key, string? ETag, string? VersionId);

    private sealed record Outcome(Entry Entry, S3Exception? Refusal);
}
