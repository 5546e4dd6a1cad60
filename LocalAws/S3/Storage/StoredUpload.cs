using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A multipart upload under way.</summary>
internal sealed record StoredUpload
{
    /// <summary>The id clients name it by.</summary>
    public required string Id { get; init; }

    /// <summary>The bucket the object will be in.</summary>
    public required long Bucket { get; init; }

    /// <summary>The key the object will have.</summary>
    public required string Key { get; init; }

    /// <summary>When it began, to the second.</summary>
    public required DateTimeOffset InitiatedAt { get; init; }

    /// <summary>Headers and tags the object will have.</summary>
    public required ObjectMetadata Metadata { get; init; }

    /// <summary>The checksum algorithm the client named; null when it named none.</summary>
    public required ChecksumAlgorithm? RequestedAlgorithm { get; init; }

    /// <summary>What the object's checksum will be computed over.</summary>
    public required string ChecksumType { get; init; }

    /// <summary>The algorithm of the checksums kept: S3's default when the client named none.</summary>
    public ChecksumAlgorithm Algorithm => RequestedAlgorithm ?? ChecksumAlgorithm.Default;
}
