using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Which operation a request means: by method, by what it is about, and by a query parameter.</summary>
internal sealed class S3Routes(ObjectStore store)
{
    private readonly Dictionary<(S3Scope Scope, string Method, string? Selector), IS3Operation> _operations = new()
    {
        [(S3Scope.Service, "GET", null)] = new ListBuckets(store),
        [(S3Scope.Bucket, "PUT", null)] = new CreateBucket(store),
        [(S3Scope.Bucket, "DELETE", null)] = new DeleteBucket(store),
        [(S3Scope.Bucket, "HEAD", null)] = new HeadBucket(store),
        [(S3Scope.Bucket, "GET", null)] = new ListObjects(store),
        [(S3Scope.Bucket, "GET", "list-type")] = new ListObjectsV2(store),
        [(S3Scope.Bucket, "GET", "location")] = new GetBucketLocation(store),
        [(S3Scope.Bucket, "POST", "delete")] = new DeleteObjects(store),
        [(S3Scope.Object, "PUT", null)] = new PutObject(store),
        [(S3Scope.Object, "GET", null)] = new GetObject(store),
        [(S3Scope.Object, "HEAD", null)] = new HeadObject(store),
        [(S3Scope.Object, "DELETE", null)] = new DeleteObject(store),
    };

    /// <summary>All operations; one can stand on several routes.</summary>
    public IReadOnlyCollection<IS3Operation> Operations => _operations.Values;

    private static readonly string[] Selectors = ["list-type", "location", "delete"];

    /// <summary>Finds the operation.</summary>
    /// <exception cref="S3Exception">MethodNotAllowed, NotImplemented.</exception>
    public IS3Operation Find(S3Request request)
    {
        UnsupportedRequests.Refuse(request);
        var selector = Array.Find(Selectors, request.Query.ContainsKey);
        var method = request.HttpContext.Request.Method;
        return _operations.TryGetValue((request.Scope, method, selector), out var operation)
            ? operation
            : throw S3Errors.MethodNotAllowed(method, request.Scope.ToString().ToUpperInvariant());
    }
}
