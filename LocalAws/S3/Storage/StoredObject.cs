using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Everything the store knows of one object, besides its content.</summary>
internal sealed record StoredObject
{
    /// <summary>The object's key: up to 1,024 bytes of UTF-8.</summary>
    public required string Key { get; init; }

    /// <summary>Where the content is; where its first part is, when it was uploaded in parts.</summary>
    public required ContentId Content { get; init; }

    /// <summary>Length of the content in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>
    /// The entity tag without its quotes: the MD5 of the content in lower-case hexadecimal, or, of an object uploaded
    /// in parts, the MD5 of their MD5s and their number.
    /// </summary>
    public required string ETag { get; init; }

    /// <summary>When the object was written, to the second: S3 keeps no finer time.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Headers and tags.</summary>
    public required ObjectMetadata Metadata { get; init; }

    /// <summary>The algorithm of the checksum.</summary>
    public required ChecksumAlgorithm ChecksumAlgorithm { get; init; }

    /// <summary>What the checksum is computed over.</summary>
    public required string ChecksumType { get; init; }

    /// <summary>The checksum in base64, with the number of parts behind it when it is a composite one.</summary>
    public required string Checksum { get; init; }

    /// <summary>The multipart upload whose parts are the content; null when the content is one file.</summary>
    public required string? UploadId { get; init; }
}
