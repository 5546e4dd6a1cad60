using TelemetryAspire.LocalAws.S3.Configuration;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Which operation a request means: by method, by what it is about, and by a query parameter.</summary>
internal sealed class S3Routes
{
    private readonly Dictionary<(S3Scope Scope, string Method, string? Selector), IS3Operation> _operations;

    public S3Routes(ObjectStore store)
    {
        _operations = new()
        {
            [(S3Scope.Service, "GET", null)] = new ListBuckets(store),
            [(S3Scope.Bucket, "PUT", null)] = new CreateBucket(store),
            [(S3Scope.Bucket, "DELETE", null)] = new DeleteBucket(store),
            [(S3Scope.Bucket, "HEAD", null)] = new HeadBucket(store),
            [(S3Scope.Bucket, "GET", null)] = new ListObjects(store),
            [(S3Scope.Bucket, "GET", "list-type")] = new ListObjectsV2(store),
            [(S3Scope.Bucket, "GET", "versions")] = new ListObjectVersions(store),
            [(S3Scope.Bucket, "GET", "location")] = new GetBucketLocation(store),
            [(S3Scope.Bucket, "GET", "uploads")] = new ListMultipartUploads(store),
            [(S3Scope.Bucket, "POST", "delete")] = new DeleteObjects(store),
            [(S3Scope.Object, "PUT", null)] = new PutObject(store),
            [(S3Scope.Object, "PUT", Selector.Copy)] = new CopyObject(store),
            [(S3Scope.Object, "GET", null)] = new GetObject(store),
            [(S3Scope.Object, "HEAD", null)] = new HeadObject(store),
            [(S3Scope.Object, "DELETE", null)] = new DeleteObject(store),
            [(S3Scope.Object, "GET", "attributes")] = new GetObjectAttributes(store),
        };
        AddUploads(store);
        AddTagging(store);
        AddAccess(store);
        foreach (var configuration in BucketConfigurations.All)
        {
            var selector = configuration.Parameter;
            _operations.Add((S3Scope.Bucket, "GET", selector), new GetConfiguration(store, configuration));
            _operations.Add((S3Scope.Bucket, "PUT", selector), new PutConfiguration(store, configuration));
            _operations.Add((S3Scope.Bucket, "DELETE", selector), new DeleteConfiguration(store, configuration));
        }
    }

    /// <summary>All operations; one can stand on several routes.</summary>
    public IReadOnlyCollection<IS3Operation> Operations => _operations.Values;

    /// <summary>Finds the operation.</summary>
    /// <exception cref="S3Exception">MethodNotAllowed, NotImplemented.</exception>
    public IS3Operation Find(S3Request request)
    {
        UnsupportedRequests.Refuse(request);
        var selector = Selector.Find(request);
        var method = request.HttpContext.Request.Method;
        if (_operations.TryGetValue((request.Scope, method, selector), out var operation))
        {
            return operation;
        }
        var isOffered = _operations.Keys.Any(route => route.Scope == request.Scope && route.Selector == selector);
        throw isOffered || selector is null
            ? S3Errors.MethodNotAllowed(method, request.Scope.ToString().ToUpperInvariant())
            : S3Errors.ParameterNotImplemented(selector);
    }

    private void AddUploads(ObjectStore store)
    {
        _operations.Add((S3Scope.Object, "POST", "uploads"), new CreateMultipartUpload(store));
        _operations.Add((S3Scope.Object, "PUT", "uploadId"), new UploadPart(store));
        _operations.Add((S3Scope.Object, "PUT", Selector.CopyOfPart), new UploadPartCopy(store));
        _operations.Add((S3Scope.Object, "POST", "uploadId"), new CompleteMultipartUpload(store));
        _operations.Add((S3Scope.Object, "DELETE", "uploadId"), new AbortMultipartUpload(store));
        _operations.Add((S3Scope.Object, "GET", "uploadId"), new ListParts(store));
    }

    private void AddTagging(ObjectStore store)
    {
        _operations.Add((S3Scope.Object, "GET", "tagging"), new GetObjectTagging(store));
        _operations.Add((S3Scope.Object, "PUT", "tagging"), new PutObjectTagging(store));
        _operations.Add((S3Scope.Object, "DELETE", "tagging"), new DeleteObjectTagging(store));
        _operations.Add((S3Scope.Bucket, "GET", "tagging"), new GetBucketTagging(store));
        _operations.Add((S3Scope.Bucket, "PUT", "tagging"), new PutBucketTagging(store));
        _operations.Add((S3Scope.Bucket, "DELETE", "tagging"), new DeleteBucketTagging(store));
    }

    private void AddAccess(ObjectStore store)
    {
        foreach (var scope in (S3Scope[])[S3Scope.Bucket, S3Scope.Object])
        {
            _operations.Add((scope, "GET", "acl"), new GetAcl(store, $"Get{scope}Acl"));
            _operations.Add((scope, "PUT", "acl"), new PutAcl(store, $"Put{scope}Acl"));
        }
        foreach (var (parameter, name) in ((string, string)[])[("legal-hold", "LegalHold"), ("retention", "Retention")])
        {
            AddRefused("GET", "GetObject");
            AddRefused("PUT", "PutObject");

            void AddRefused(string method, string verb) => _operations.Add(
                (S3Scope.Object, method, parameter),
                new RefusedOperation(
                    store,
                    verb + name,
                    () => S3Errors.InvalidRequest("Bucket is missing Object Lock Configuration")));
        }
    }
}
