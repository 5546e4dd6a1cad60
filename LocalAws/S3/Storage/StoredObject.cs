namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Everything the store knows of one object, besides its content.</summary>
internal sealed record StoredObject
{
    /// <summary>The object's key: up to 1,024 bytes of UTF-8.</summary>
    public required string Key { get; init; }

    /// <summary>Where the content is.</summary>
    public required ContentId Content { get; init; }

    /// <summary>Length of the content in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The entity tag without its quotes: the MD5 of the content in lower-case hexadecimal.</summary>
    public required string ETag { get; init; }

    /// <summary>When the object was written, to the second: S3 keeps no finer time.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>
    /// Content-Type, user metadata and whatever else a GET returns as it was sent; names in lower case.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The name of the checksum algorithm, for example CRC64NVME.</summary>
    public required string ChecksumAlgorithm { get; init; }

    /// <summary>The checksum in base64.</summary>
    public required string Checksum { get; init; }
}
