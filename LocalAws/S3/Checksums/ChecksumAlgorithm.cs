namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>A checksum algorithm S3 can compute over an object, besides the MD5 that makes the ETag.</summary>
/// <param name="Name">The name the API uses, for example <c>CRC64NVME</c>.</param>
/// <param name="SizeBytes">Length of a checksum before base64.</param>
/// <param name="Start">Begins a new computation.</param>
internal sealed record ChecksumAlgorithm(string Name, int SizeBytes, Func<IncrementalChecksum> Start)
{
    /// <summary>What S3 computes when the client names no algorithm (since December 2024).</summary>
    public static readonly ChecksumAlgorithm Default = new("CRC64NVME", 8, () => new Crc64NvmeChecksum());

    private static readonly ChecksumAlgorithm[] All =
    [
        new("CRC32", 4, () => new Crc32Checksum()),
        new("CRC32C", 4, () => new Crc32CChecksum()),
        Default,
        new("SHA1", 20, ShaChecksum.Sha1),
        new("SHA256", 32, ShaChecksum.Sha256),
    ];

    /// <summary>The header, and trailer, that carries the value: <c>x-amz-checksum-crc64nvme</c>.</summary>
    public string HeaderName { get; } = "x-amz-checksum-" + Name.ToLowerInvariant();

    /// <summary>Finds an algorithm by the name the API uses; null when S3 has none of that name.</summary>
    public static ChecksumAlgorithm? FindByName(string name) =>
        Array.Find(All, algorithm => string.Equals(algorithm.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the algorithm whose value a header or trailer carries; null when it carries none.</summary>
    public static ChecksumAlgorithm? FindByHeader(string header) =>
        Array.Find(All, algorithm => string.Equals(algorithm.HeaderName, header, StringComparison.OrdinalIgnoreCase));
}
