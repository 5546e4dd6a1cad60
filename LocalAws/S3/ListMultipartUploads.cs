using System.Xml;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Lists the uploads under way in a bucket
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html).
/// </summary>
internal sealed class ListMultipartUploads(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var parameters = new ListingParameters(request, "max-uploads");
        var keyMarker = request.FindQuery("key-marker") ?? "";
        var idMarker = request.FindQuery("upload-id-marker") ?? "";
        var page = store.Uploads.List(
            request.Bucket,
            new UploadQuery(parameters.Prefix, parameters.Delimiter, keyMarker, idMarker, parameters.PageSize));
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                var document = new ListingXml(writer, parameters);
                writer.WriteStartElement("ListMultipartUploadsResult", S3Xml.Namespace);
                writer.WriteElementString("Bucket", request.Bucket);
                document.WriteKey("KeyMarker", keyMarker);
                writer.WriteElementString("UploadIdMarker", idMarker);
                if (page.Next is { } next)
                {
                    document.WriteKey("NextKeyMarker", next.Key);
                    writer.WriteElementString("NextUploadIdMarker", next.Id);
                }
                document.WriteQuery("MaxUploads", isTruncated: page.Next is not null);
                foreach (var upload in page.Uploads)
                {
                    Write(writer, document, upload);
                }
                document.WriteCommonPrefixes(page.CommonPrefixes);
                writer.WriteEndElement();
            },
            cancellationToken);
    }

    private static void Write(XmlWriter writer, ListingXml document, StoredUpload upload)
    {
        writer.WriteStartElement("Upload");
        document.WriteKey("Key", upload.Key);
        writer.WriteElementString("UploadId", upload.Id);
        S3Owner.Write(writer, "Initiator");
        S3Owner.Write(writer, "Owner");
        writer.WriteElementString("StorageClass", "STANDARD");
        writer.WriteElementString("Initiated", S3Xml.FormatTime(upload.InitiatedAt));
        if (upload.RequestedAlgorithm is { } algorithm)
        {
            writer.WriteElementString("ChecksumAlgorithm", algorithm.Name);
            writer.WriteElementString("ChecksumType", upload.ChecksumType);
        }
        writer.WriteEndElement();
    }
}
