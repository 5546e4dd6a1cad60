using System.Xml;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Makes an object of another, or gives one new metadata
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).
/// </summary>
internal sealed class CopyObject(ObjectStore store) : IS3Operation
{
    private const string Replace = "REPLACE";

    /// <summary>Headers that change an object, so that it may be copied onto itself.</summary>
    private static readonly string[] ChangingHeaders =
        ["x-amz-storage-class", "x-amz-server-side-encryption", "x-amz-website-redirect-location"];

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        S3Path.VerifyKey(request.Key);
        var condition = WriteConditions.ForWrite(request);
        var replacesHeaders = ParseDirective(request, "x-amz-metadata-directive", "Unknown metadata directive.");
        var replacesTags = ParseDirective(request, "x-amz-tagging-directive", "Unknown tagging directive.");
        var algorithm = ChecksumRequest.FindAlgorithm(request);
        var address = CopySource.Parse(request);
        store.GetBucket(request.Bucket);
        using var source = store.OpenObject(address);
        CopySource.VerifyConditions(request, source.Object);
        var changes = replacesHeaders || Array.Exists(ChangingHeaders, request.Headers.ContainsKey);
        if (address == request.Object && !changes)
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the "
                + "object's metadata, storage class, website redirect location or encryption attributes.");
        }
        var asked = ObjectHeaderMap.Read(request);
        var metadata = (replacesHeaders ? asked : source.Object.Metadata) with
        {
            Tags = (replacesTags ? asked : source.Object.Metadata).Tags,
        };
        await using var content = await ContentCopy.MakeAsync(
            store,
            source,
            new ByteRange(0, source.Object.Size),
            algorithm ?? source.Object.ChecksumAlgorithm,
            cancellationToken);
        var stored = await store.PutAsync(request.Object, content, metadata, condition, cancellationToken);
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        await S3Xml.WriteAsync(request.Response, writer => Write(writer, stored), cancellationToken);
    }

    private static bool ParseDirective(S3Request request, string header, string refusal) =>
        request.FindHeader(header) switch
        {
            null or "COPY" => false,
            Replace => true,
            var other => throw S3Errors.InvalidArgument(refusal, header, other),
        };

    private static void Write(XmlWriter writer, StoredObject stored)
    {
        writer.WriteStartElement("CopyObjectResult", S3Xml.Namespace);
        writer.WriteElementString("LastModified", S3Xml.FormatTime(stored.LastModified));
        writer.WriteElementString("ETag", EntityTags.Quote(stored.ETag));
        writer.WriteElementString(stored.ChecksumAlgorithm.ElementName, stored.Checksum);
        writer.WriteElementString("ChecksumType", stored.ChecksumType);
        writer.WriteEndElement();
    }
}
