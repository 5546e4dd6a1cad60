using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Lists a bucket's keys (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html).</summary>
internal sealed class ListObjectsV2(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        if (request.FindQuery("list-type") is not "2" and { } listType)
        {
            throw S3Errors.InvalidArgument("Invalid List Type specified in Request", "list-type", listType);
        }
        var parameters = new ListingParameters(request);
        var token = request.FindQuery("continuation-token");
        var startAfter = request.FindQuery("start-after") ?? "";
        var from = token is not null
            ? ContinuationToken.Parse(token)
            : startAfter.Length == 0 ? "" : KeyOrder.After(startAfter);
        var page = store.List(
            request.Bucket,
            new ListingQuery(parameters.Prefix, parameters.Delimiter, from, parameters.PageSize));
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                var document = new ListingXml(writer, parameters);
                writer.WriteStartElement("ListBucketResult", S3Xml.Namespace);
                document.WriteHead(request.Bucket, isTruncated: page.Next is not null);
                writer.WriteElementString("KeyCount", (page.Objects.Count + page.CommonPrefixes.Count).ToString());
                if (token is not null)
                {
                    writer.WriteElementString("ContinuationToken", token);
                }
                if (startAfter.Length > 0)
                {
                    document.WriteKey("StartAfter", startAfter);
                }
                if (page.Next is not null)
                {
                    writer.WriteElementString("NextContinuationToken", ContinuationToken.Format(page.Next));
                }
                document.WriteEntries(page, withOwner: request.FindQuery("fetch-owner") == "true");
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
