namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The version a request may name: buckets here keep one version of an object, whose id is "null".</summary>
internal static class ObjectVersion
{
    public const string Null = "null";

    /// <summary>Refuses any other version: no bucket here ever gave out an id of its own.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static void Verify(string? versionId)
    {
        if (versionId is { Length: 0 })
        {
            throw S3Errors.InvalidArgument("Version id cannot be the empty string", "versionId", versionId);
        }
        if (versionId is not (null or Null))
        {
            throw S3Errors.InvalidArgument("Invalid version id specified", "versionId", versionId);
        }
    }
}
