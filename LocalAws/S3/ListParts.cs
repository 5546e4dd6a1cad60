using System.Xml;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Lists the parts of an upload (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html).
/// </summary>
internal sealed class ListParts(ObjectStore store) : IS3Operation
{
    private const int MaxPage = 1000;

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var most = PageSize.Parse(request, "max-parts", MaxPage, MaxPage);
        var marker = PageSize.Parse(request, "part-number-marker", ifAbsent: 0, int.MaxValue);
        var (upload, parts) = store.Uploads.ListParts(request.Upload, marker, most + 1);
        var page = parts.Take(most).ToList();
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("ListPartsResult", S3Xml.Namespace);
                writer.WriteElementString("Bucket", request.Bucket);
                writer.WriteElementString("Key", request.Key);
                writer.WriteElementString("UploadId", upload.Id);
                S3Owner.Write(writer, "Initiator");
                S3Owner.Write(writer, "Owner");
                writer.WriteElementString("StorageClass", "STANDARD");
                writer.WriteElementString("PartNumberMarker", marker.ToString());
                writer.WriteElementString("NextPartNumberMarker", (page.LastOrDefault()?.Number ?? 0).ToString());
                writer.WriteElementString("MaxParts", most.ToString());
                writer.WriteElementString("IsTruncated", parts.Count > page.Count && most > 0 ? "true" : "false");
                if (upload.RequestedAlgorithm is { } algorithm)
                {
                    writer.WriteElementString("ChecksumAlgorithm", algorithm.Name);
                    writer.WriteElementString("ChecksumType", upload.ChecksumType);
                }
                page.ForEach(part => Write(writer, part, upload.RequestedAlgorithm));
                writer.WriteEndElement();
            },
            cancellationToken);
    }

    private static void Write(XmlWriter writer, StoredPart part, ChecksumAlgorithm? algorithm)
    {
        writer.WriteStartElement("Part");
        writer.WriteElementString("PartNumber", part.Number.ToString());
        writer.WriteElementString("LastModified", S3Xml.FormatTime(part.LastModified));
        writer.WriteElementString("ETag", EntityTags.Quote(part.ETag));
        writer.WriteElementString("Size", part.Size.ToString());
        if (algorithm is not null)
        {
            writer.WriteElementString(algorithm.ElementName, part.Checksum);
        }
        writer.WriteEndElement();
    }
}
