using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Lists the versions of a bucket's objects, of which there is one each
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html).
/// </summary>
internal sealed class ListObjectVersions(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var parameters = new ListingParameters(request);
        var keyMarker = request.FindQuery("key-marker") ?? "";
        var idMarker = request.FindQuery("version-id-marker") ?? "";
        if (idMarker.Length > 0 && keyMarker.Length == 0)
        {
            throw S3Errors.InvalidArgument(
                "A version-id marker cannot be specified without a key marker.", "version-id-marker", idMarker);
        }
        var page = store.List(
            request.Bucket,
            new ListingQuery(
                parameters.Prefix, parameters.Delimiter, parameters.Behind(keyMarker), parameters.PageSize));
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                var document = new ListingXml(writer, parameters);
                writer.WriteStartElement("ListVersionsResult", S3Xml.Namespace);
                document.WriteHead(request.Bucket, isTruncated: page.Next is not null);
                document.WriteKey("KeyMarker", keyMarker);
                writer.WriteElementString("VersionIdMarker", idMarker);
                if (page.Next is not null)
                {
                    document.WriteKey("NextKeyMarker", page.LastEntry!);
                    writer.WriteElementString("NextVersionIdMarker", ObjectVersion.Null);
                }
                document.WriteEntries(page, withOwner: true, asVersions: true);
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
