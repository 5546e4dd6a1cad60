namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What a request is about.</summary>
internal enum S3Scope
{
    /// <summary>The account's buckets.</summary>
    Service,

    /// <summary>One bucket.</summary>
    Bucket,

    /// <summary>One object.</summary>
    Object,
}
