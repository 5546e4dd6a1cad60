using Microsoft.AspNetCore.Http.Features;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>One S3 request: the HTTP exchange and the bucket and key it names.</summary>
internal sealed class S3Request
{
    private readonly string? _bucket;
    private readonly string? _key;

    private S3Request(HttpContext context, string? bucket, string? key)
    {
        HttpContext = context;
        _bucket = bucket;
        _key = key;
    }

    /// <summary>The HTTP exchange.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>What the request is about: the service, a bucket or an object.</summary>
    public S3Scope Scope => _bucket is null ? S3Scope.Service : _key is null ? S3Scope.Bucket : S3Scope.Object;

    /// <summary>The bucket; only for requests of that scope or below.</summary>
    public string Bucket => _bucket ?? throw new InvalidOperationException("The request names no bucket.");

    /// <summary>The key; only for requests about an object.</summary>
    public string Key => _key ?? throw new InvalidOperationException("The request names no key.");

    /// <summary>The object the request is about.</summary>
    public ObjectAddress Object => new(Bucket, Key);

    /// <summary>The multipart upload the request is about.</summary>
    public UploadAddress Upload => new(Object, FindQuery("uploadId") ?? "");

    /// <summary>The number of the part the request is about.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public int PartNumber => Requests.PartNumber.Parse(FindQuery("partNumber") ?? "");

    /// <summary>Headers of the request.</summary>
    public IHeaderDictionary Headers => HttpContext.Request.Headers;

    /// <summary>Query parameters, decoded.</summary>
    public IQueryCollection Query => HttpContext.Request.Query;

    /// <summary>The answer.</summary>
    public HttpResponse Response => HttpContext.Response;

    /// <summary>Reads bucket and key from the Host header and the request target.</summary>
    /// <exception cref="S3Exception">InvalidURI; what <see cref="PresignedQuery"/> refuses.</exception>
    public static S3Request Parse(HttpContext context, DateTimeOffset now)
    {
        PresignedQuery.Apply(context.Request, now);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = S3Path.Decode(target);
        var hostBucket = S3Host.FindBucket(context.Request.Host.Host);
        var (bucket, key) = hostBucket is null ? S3Path.Split(path) : (hostBucket, path);
        return new S3Request(context, bucket.Length == 0 ? null : bucket, key.Length == 0 ? null : key);
    }

    /// <summary>A query parameter; null when absent.</summary>
    public string? FindQuery(string name) =>
        Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A header; null when absent.</summary>
    public string? FindHeader(string name) =>
        Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
