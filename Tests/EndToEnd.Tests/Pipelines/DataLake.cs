using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.EndToEnd.Tests.Pipelines;

/// <summary>Reads what was delivered to the pipeline's bucket.</summary>
internal sealed class DataLake(IAmazonS3 client)
{
    private const string Bucket = "telemetry-lake";

    /// <summary>
    /// Every line of every object under a prefix, as text of one byte a character, so that no byte is lost.
    /// </summary>
    public async Task<List<string>> LinesAsync(string prefix, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var (_, content) in await ObjectsAsync(prefix, cancellationToken))
        {
            var text = Encoding.Latin1.GetString(content);
            lines.AddRange(text.Split('\n')[..^1]);
        }

        return lines;
    }

    /// <summary>Every object under a prefix with its bytes.</summary>
    public async Task<IReadOnlyList<(string Key, byte[] Content)>> ObjectsAsync(
        string prefix, CancellationToken cancellationToken)
    {
        var objects = new List<(string, byte[])>();
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, cancellationToken);
            foreach (var item in page.S3Objects ?? [])
            {
                using var response = await client.GetObjectAsync(Bucket, item.Key, cancellationToken);
                using var content = new MemoryStream();
                await response.ResponseStream.CopyToAsync(content, cancellationToken);
                objects.Add((item.Key, content.ToArray()));
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        return objects;
    }
}
