using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Makes the parts of an upload an object
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html).
/// </summary>
internal sealed class CompleteMultipartUpload(ObjectStore store) : IS3Operation
{
    private const int MaxParts = 10_000;

    /// <summary>10,000 parts with a tag and a checksum each, in a client's most generous XML.</summary>
    private const int MaxBodyBytes = 8 * 1024 * 1024;

    private const string SizeHeader = "x-amz-mp-object-size";

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var condition = WriteConditions.ForWrite(request);
        // The checksum headers of this request are about the object, not about the body.
        var body = new S3RequestBody(request, ExpectedDigests.ParseMd5Only(request));
        var document = await S3Document.ReadAsync(body, "CompleteMultipartUpload", MaxBodyBytes, cancellationToken);
        var completion = new UploadCompletion
        {
            Parts = ReadParts(document),
            Checksums = ExpectedDigests.ReadHeaders(request),
            ExpectedType = request.FindHeader("x-amz-checksum-type"),
            ExpectedSize = ParseSize(request),
        };
        var stored = await store.Uploads.CompleteAsync(request.Upload, completion, condition, cancellationToken);
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        await S3Xml.WriteAsync(request.Response, writer => Write(writer, request, stored), cancellationToken);
    }

    private static List<CompletedPart> ReadParts(XElement document)
    {
        document.AllowOnly("Part");
        var parts = document.Named("Part").Select(ReadPart).ToList();
        return parts.Count is > 0 and <= MaxParts ? parts : throw S3Errors.MalformedXml();
    }

    private static CompletedPart ReadPart(XElement element)
    {
        var checksums = new Dictionary<ChecksumAlgorithm, string>();
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            if (ChecksumAlgorithm.FindByElement(name) is { } algorithm)
            {
                checksums[algorithm] = child.Value;
            }
            else if (name is not ("PartNumber" or "ETag"))
            {
                throw S3Errors.ParameterNotImplemented(name);
            }
        }
        return new CompletedPart(
            PartNumber.Parse(element.Text("PartNumber") ?? throw S3Errors.MalformedXml()),
            EntityTags.Unquote(element.Text("ETag") ?? throw S3Errors.MalformedXml()),
            checksums);
    }

    private static long? ParseSize(S3Request request)
    {
        if (request.FindHeader(SizeHeader) is not { } text)
        {
            return null;
        }
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw S3Errors.InvalidRequest($"Value for {SizeHeader} header is invalid.");
    }

    private static void Write(XmlWriter writer, S3Request request, StoredObject stored)
    {
        var target = $"{request.HttpContext.Request.Scheme}://{request.HttpContext.Request.Host}";
        writer.WriteStartElement("CompleteMultipartUploadResult", S3Xml.Namespace);
        writer.WriteElementString("Location", $"{target}/{request.Bucket}/{Uri.EscapeDataString(request.Key)}");
        writer.WriteElementString("Bucket", request.Bucket);
        writer.WriteElementString("Key", request.Key);
        writer.WriteElementString("ETag", EntityTags.Quote(stored.ETag));
        writer.WriteElementString(stored.ChecksumAlgorithm.ElementName, stored.Checksum);
        writer.WriteElementString("ChecksumType", stored.ChecksumType);
        writer.WriteEndElement();
    }
}
