using System.Globalization;
using System.Xml;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Tells what the client names of an object
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html).
/// </summary>
internal sealed class GetObjectAttributes(ObjectStore store) : IS3Operation
{
    private const int MaxPage = 1000;
    private const string AttributesHeader = "x-amz-object-attributes";

    private static readonly string[] Known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var attributes = ParseAttributes(request);
        var most = Math.Min(ParseNumber(request, "x-amz-max-parts", MaxPage), MaxPage);
        var marker = ParseNumber(request, "x-amz-part-number-marker", ifAbsent: 0);
        var (stored, parts) = store.GetObjectWithParts(request.Object);
        request.Response.Headers.LastModified = stored.LastModified.ToString("R");
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("GetObjectAttributesResponse", S3Xml.Namespace);
                WriteIf("ETag", () => writer.WriteElementString("ETag", stored.ETag));
                WriteIf("Checksum", () => WriteChecksum(writer, stored));
                if (parts.Count > 0)
                {
                    WriteIf("ObjectParts", () => WriteParts(writer, stored, parts, marker, most));
                }
                WriteIf("StorageClass", () => writer.WriteElementString("StorageClass", "STANDARD"));
                WriteIf("ObjectSize", () => writer.WriteElementString("ObjectSize", stored.Size.ToString()));
                writer.WriteEndElement();
            },
            cancellationToken);

        void WriteIf(string attribute, Action write)
        {
            if (attributes.Contains(attribute))
            {
                write();
            }
        }
    }

    private static HashSet<string> ParseAttributes(S3Request request)
    {
        var header = request.FindHeader(AttributesHeader) ?? "";
        var names = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw S3Errors.InvalidRequest(
                $"The {AttributesHeader} header specifying the attributes to be retrieved is either missing or empty");
        }
        return names.All(Known.Contains)
            ? [.. names]
            : throw S3Errors.InvalidArgument("Invalid attribute name specified.", AttributesHeader, header);
    }

    private static int ParseNumber(S3Request request, string header, int ifAbsent)
    {
        if (request.FindHeader(header) is not { } text)
        {
            return ifAbsent;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw S3Errors.InvalidArgument($"Value for {header} header is invalid.", header, text);
    }

    private static void WriteChecksum(XmlWriter writer, StoredObject stored)
    {
        writer.WriteStartElement("Checksum");
        // Here a composite checksum has no number of parts behind it.
        writer.WriteElementString(stored.ChecksumAlgorithm.ElementName, stored.Checksum.Split('-')[0]);
        writer.WriteElementString("ChecksumType", stored.ChecksumType);
        writer.WriteEndElement();
    }

    private static void WriteParts(
        XmlWriter writer,
        StoredObject stored,
        IReadOnlyList<StoredPart> parts,
        int marker,
        int most)
    {
        writer.WriteStartElement("ObjectParts");
        writer.WriteElementString("PartsCount", parts.Count.ToString());
        // AWS lists the parts of an object whose checksum is made of theirs; of others it tells how many there are.
        if (stored.ChecksumType == ChecksumType.Composite)
        {
            var behind = parts.Where(part => part.Number > marker).ToList();
            var page = behind.Take(most).ToList();
            writer.WriteElementString("PartNumberMarker", marker.ToString());
            writer.WriteElementString("NextPartNumberMarker", (page.LastOrDefault()?.Number ?? 0).ToString());
            writer.WriteElementString("MaxParts", most.ToString());
            writer.WriteElementString("IsTruncated", behind.Count > page.Count ? "true" : "false");
            foreach (var part in page)
            {
                writer.WriteStartElement("Part");
                writer.WriteElementString("PartNumber", part.Number.ToString());
                writer.WriteElementString("Size", part.Size.ToString());
                writer.WriteElementString(stored.ChecksumAlgorithm.ElementName, part.Checksum);
                writer.WriteEndElement();
            }
        }
        writer.WriteEndElement();
    }
}
