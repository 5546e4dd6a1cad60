using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>SHA-1 or SHA-256 as an object checksum.</summary>
internal sealed class ShaChecksum : IncrementalChecksum
{
    private readonly IncrementalHash _hash;

    private ShaChecksum(HashAlgorithmName algorithm) => _hash = IncrementalHash.CreateHash(algorithm);

    public static IncrementalChecksum Sha1() => new ShaChecksum(HashAlgorithmName.SHA1);

    public static IncrementalChecksum Sha256() => new ShaChecksum(HashAlgorithmName.SHA256);

    public override void Append(ReadOnlySpan<byte> content) => _hash.AppendData(content);

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}
