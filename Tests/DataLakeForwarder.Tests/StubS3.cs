using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>An S3 that keeps objects in memory.</summary>
internal sealed class StubS3 : AmazonS3Client
{
    internal StubS3()
        : base(new BasicAWSCredentials("test", "test"), RegionEndpoint.USEast1)
    {
    }

    /// <summary>What every call fails with, if anything.</summary>
    internal Exception? Outage { get; set; }

    /// <summary>The objects, by bucket and key.</summary>
    internal Dictionary<string, byte[]> Objects { get; } = [];

    public override Task<PutObjectResponse> PutObjectAsync(
        PutObjectRequest request, CancellationToken cancellationToken = default)
    {
        if (Outage is not null)
        {
            return Task.FromException<PutObjectResponse>(Outage);
        }

        using var content = new MemoryStream();
        request.InputStream.CopyTo(content);
        Objects[$"{request.BucketName}/{request.Key}"] = content.ToArray();
        return Task.FromResult(new PutObjectResponse());
    }
}
