using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>A bucket of its own for each test, on the LocalAws of its class, and the official S3 client.</summary>
public abstract class S3Test(S3Fixture fixture) : IAsyncLifetime, IClassFixture<S3Fixture>
{
    protected string Bucket { get; } = "lake-" + Guid.NewGuid().ToString("N");

    private protected LocalAwsHost Host => fixture.Host;

    protected AmazonS3Client S3 => fixture.S3;

    protected HttpClient Http => fixture.Http;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await S3.PutBucketAsync(Bucket, Cancellation);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task RestartAsync() => fixture.RestartAsync();

    /// <summary>The files that hold contents of objects.</summary>
    protected string[] ContentFiles() => Directory.GetFiles(
        Path.Combine(Host.DataDirectory, "s3", "content"), "*", SearchOption.AllDirectories);

    internal static AmazonS3Client CreateClient(Uri url, Action<AmazonS3Config>? configure = null)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = url.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        };
        configure?.Invoke(config);
        return new AmazonS3Client(new BasicAWSCredentials("test", "test"), config);
    }

    protected Task<PutObjectResponse> PutAsync(string key, string content) => S3.PutObjectAsync(
        new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content }, Cancellation);

    protected async Task<string> GetAsync(string key)
    {
        using var response = await S3.GetObjectAsync(Bucket, key, Cancellation);
        using var reader = new StreamReader(response.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>Writes an object of these parts in an upload.</summary>
    protected async Task<CompleteMultipartUploadResponse> PutPartsAsync(string key, params byte[][] parts)
    {
        var upload = await BeginUploadAsync(key);
        var tags = new List<PartETag>();
        for (var i = 0; i < parts.Length; i++)
        {
            tags.Add(new PartETag(await UploadPartAsync(upload, i + 1, parts[i])));
        }

        return await CompleteAsync(upload, [.. tags]);
    }

    private protected async Task<UploadAddress> BeginUploadAsync(string key, AmazonS3Client? client = null)
    {
        var begun = await (client ?? S3).InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key }, Cancellation);
        return new UploadAddress(new ObjectAddress(Bucket, key), begun.UploadId);
    }

    private protected Task<UploadPartResponse> UploadPartAsync(
        UploadAddress upload, int number, byte[] content, AmazonS3Client? client = null) =>
        (client ?? S3).UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = upload.Object.Bucket,
                Key = upload.Object.Key,
                UploadId = upload.Id,
                PartNumber = number,
                InputStream = new MemoryStream(content),
            },
            Cancellation);

    private protected Task<CompleteMultipartUploadResponse> CompleteAsync(
        UploadAddress upload, params PartETag[] parts) => CompleteAsync(upload, S3, parts);

    private protected static Task<CompleteMultipartUploadResponse> CompleteAsync(
        UploadAddress upload, AmazonS3Client client, PartETag[] parts) =>
        client.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = upload.Object.Bucket,
                Key = upload.Object.Key,
                UploadId = upload.Id,
                PartETags = [.. parts],
            },
            Cancellation);

    /// <summary>The least S3 takes for a part that is not the last: 5 MiB, told by a seed.</summary>
    protected static byte[] FullPart(int seed)
    {
        var content = new byte[5 * 1024 * 1024];
        new Random(seed).NextBytes(content);
        return content;
    }

    internal static byte[] Md5(byte[] content)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(content);
        return md5.GetHashAndReset();
    }

    protected async Task<byte[]> GetBytesAsync(string key)
    {
        using var response = await S3.GetObjectAsync(Bucket, key, Cancellation);
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content, Cancellation);
        return content.ToArray();
    }

    /// <summary>Sends a request whose target reaches the server as it is written here.</summary>
    protected async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string target,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        var uri = new Uri(
            Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Http.SendAsync(request, Cancellation);
    }

    /// <summary>There is no object of that key.</summary>
    protected Task AssertMissingAsync(string key) => AssertRefusedAsync(
        "NoSuchKey", HttpStatusCode.NotFound, () => S3.GetObjectAsync(Bucket, key, Cancellation));

    protected static async Task<AmazonS3Exception> AssertRefusedAsync(
        string code, HttpStatusCode status, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal(code, refusal.ErrorCode);
        Assert.Equal(status, refusal.StatusCode);
        return refusal;
    }
}
