using System.IO.Hashing;
using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>A checksum algorithm S3 can compute over an object, besides the MD5 that makes the ETag.</summary>
/// <param name="Name">The name the API uses, for example <c>CRC64NVME</c>.</param>
/// <param name="SizeBytes">Length of a checksum before base64.</param>
/// <param name="Start">Begins a new computation.</param>
internal sealed record ChecksumAlgorithm(string Name, int SizeBytes, Func<IncrementalChecksum> Start)
{
    /// <summary>What S3 computes when the client names no algorithm (since December 2024).</summary>
    public static readonly ChecksumAlgorithm Default =
        new("CRC64NVME", 8, () => new Crc64NvmeChecksum()) { Combination = CrcCombination.Crc64Nvme };

    /// <summary>What entity tags are made with.</summary>
    public static readonly ChecksumAlgorithm Md5 = new("MD5", 16, () => new HashChecksum(HashAlgorithmName.MD5));

    private static readonly ChecksumAlgorithm[] All =
    [
        new("CRC32", 4, () => new Crc32Checksum()) { Combination = CrcCombination.Crc32 },
        new("CRC32C", 4, () => new Crc32CChecksum()) { Combination = CrcCombination.Crc32C },
        Default,
        new("SHA1", 20, () => new HashChecksum(HashAlgorithmName.SHA1)),
        new("SHA256", 32, () => new HashChecksum(HashAlgorithmName.SHA256)),
        new("SHA512", 64, () => new HashChecksum(HashAlgorithmName.SHA512)),
        Md5,
        new("XXHASH64", 8, () => new XxHashChecksum(new XxHash64())),
        new("XXHASH3", 8, () => new XxHashChecksum(new XxHash3())),
        new("XXHASH128", 16, () => new XxHashChecksum(new XxHash128())),
    ];

    /// <summary>The names of all of them, as S3's refusals list them.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(algorithm => algorithm.Name));

    /// <summary>The header, and trailer, that carries the value: <c>x-amz-checksum-crc64nvme</c>.</summary>
    public string HeaderName { get; } = "x-amz-checksum-" + Name.ToLowerInvariant();

    /// <summary>The element of a document that carries the value: <c>ChecksumCRC64NVME</c>.</summary>
    public string ElementName { get; } = "Checksum" + Name;

    /// <summary>
    /// How the checksum of a whole follows from those of its parts; null where it does not (all but the CRCs).
    /// </summary>
    public CrcCombination? Combination { get; private init; }

    /// <summary>Finds an algorithm by the name the API uses; null when S3 has none of that name.</summary>
    public static ChecksumAlgorithm? FindByName(string name) =>
        Array.Find(All, algorithm => string.Equals(algorithm.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the algorithm whose value a header or trailer carries; null when it carries none.</summary>
    public static ChecksumAlgorithm? FindByHeader(string header) =>
        Array.Find(All, algorithm => string.Equals(algorithm.HeaderName, header, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the algorithm whose value an element carries; null when it carries none.</summary>
    public static ChecksumAlgorithm? FindByElement(string element) =>
        Array.Find(All, algorithm => algorithm.ElementName == element);

    /// <summary>Reads a value a client sent.</summary>
    /// <returns>Null when it is no checksum of this algorithm.</returns>
    public byte[]? TryDecode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == SizeBytes
            ? bytes[..length]
            : null;
    }
}
