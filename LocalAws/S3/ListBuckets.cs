using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Lists all buckets (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html).</summary>
/// <remarks>
/// One page, as AWS sends to a client that asks for no page size; <c>max-buckets</c> pages on request.
/// </remarks>
internal sealed class ListBuckets(ObjectStore store) : IS3Operation
{
    /// <summary>Largest page a client may ask for.</summary>
    private const int MaxPage = 10_000;

    private static readonly string[] Parameters = ["prefix", "bucket-region", "continuation-token", "max-buckets"];

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var prefix = request.FindQuery("prefix") ?? "";
        var region = request.FindQuery("bucket-region");
        var after = ContinuationToken.Parse(request.FindQuery("continuation-token"));
        // AWS names the region of each bucket only to a client that knows paging.
        var tellsRegion = Parameters.Any(name => request.FindQuery(name) is not null);
        var pageSize = PageSize.ParseStrict(request, "max-buckets", MaxPage);
        var matching = store.ListBuckets()
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Where(bucket => region is null || bucket.Region == region)
            .Where(bucket => string.CompareOrdinal(bucket.Name, after) >= 0)
            .Take(pageSize + 1)
            .ToList();
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("ListAllMyBucketsResult", S3Xml.Namespace);
                S3Owner.Write(writer, "Owner");
                writer.WriteStartElement("Buckets");
                foreach (var bucket in matching.Take(pageSize))
                {
                    writer.WriteStartElement("Bucket");
                    writer.WriteElementString("Name", bucket.Name);
                    writer.WriteElementString("CreationDate", S3Xml.FormatTime(bucket.CreatedAt));
                    if (tellsRegion)
                    {
                        writer.WriteElementString("BucketRegion", bucket.Region);
                    }

                    writer.WriteEndElement();
                }
                writer.WriteEndElement();
                if (matching.Count > pageSize)
                {
                    writer.WriteElementString("ContinuationToken", ContinuationToken.Format(matching[pageSize].Name));
                }
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
