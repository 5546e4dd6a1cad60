using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What a request is about must exist, also where the answer does not depend on it.</summary>
internal static class Existence
{
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public static void Verify(this ObjectStore store, S3Request request)
    {
        if (request.Scope == S3Scope.Object)
        {
            store.GetObject(request.Object);
        }
        else
        {
            store.GetBucket(request.Bucket);
        }
    }
}
