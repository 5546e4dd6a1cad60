using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Lists a bucket's keys, first version (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html).
/// </summary>
internal sealed class ListObjects(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var parameters = new ListingParameters(request);
        var marker = request.FindQuery("marker") ?? "";
        var page = store.List(
            request.Bucket,
            new ListingQuery(parameters.Prefix, parameters.Delimiter, parameters.Behind(marker), parameters.PageSize));
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                var document = new ListingXml(writer, parameters);
                writer.WriteStartElement("ListBucketResult", S3Xml.Namespace);
                document.WriteHead(request.Bucket, isTruncated: page.Next is not null);
                document.WriteKey("Marker", marker);
                if (page.Next is not null && parameters.Delimiter.Length > 0)
                {
                    document.WriteKey("NextMarker", page.LastEntry!);
                }
                document.WriteEntries(page, withOwner: true);
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
