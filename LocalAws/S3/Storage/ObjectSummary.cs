namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>What a listing says about an object.</summary>
internal sealed record ObjectSummary(
    string Key,
    long Size,
    string ETag,
    DateTimeOffset LastModified,
    string ChecksumAlgorithm,
    string ChecksumType);
