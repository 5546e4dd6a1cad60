using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>A bucket of LocalAws that Timestream writes into, read as any client would.</summary>
internal sealed class TestBucket : IDisposable
{
    public const string Name = "timestream-results";

    private readonly AmazonS3Client _client;

    private TestBucket(AmazonS3Client client) => _client = client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestBucket> CreateAsync(LocalAwsHost host)
    {
        var bucket = Open(host);
        await bucket._client.PutBucketAsync(Name, Cancellation);
        return bucket;
    }

    /// <summary>The bucket that is there already.</summary>
    public static TestBucket Open(LocalAwsHost host) => new(S3Test.CreateClient(host.Url));

    /// <summary>The keys of all objects, in order.</summary>
    public async Task<List<string>> KeysAsync()
    {
        var page = await _client.ListObjectsV2Async(new() { BucketName = Name }, Cancellation);
        return [.. (page.S3Objects ?? []).Select(item => item.Key)];
    }

    public async Task<string> TextAsync(string key)
    {
        using var response = await _client.GetObjectAsync(Name, key, Cancellation);
        await using var content = key.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(response.ResponseStream, CompressionMode.Decompress)
            : response.ResponseStream;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    public async Task<JsonElement> JsonAsync(string key) => JsonElement.Parse(await TextAsync(key));

    /// <summary>The object of an <c>s3://</c> URL of this bucket.</summary>
    public static string KeyOf(string url) => url[$"s3://{Name}/".Length..];

    public void Dispose() => _client.Dispose();
}
