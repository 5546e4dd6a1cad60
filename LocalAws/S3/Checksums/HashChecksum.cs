using System.IO.Hashing;
using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>A cryptographic hash as an object checksum.</summary>
internal sealed class HashChecksum(HashAlgorithmName algorithm) : IncrementalChecksum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    public override void Append(ReadOnlySpan<byte> content) => _hash.AppendData(content);

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}

/// <summary>One of the xxHash family, which .NET gives in network byte order, as S3 wants it.</summary>
internal sealed class XxHashChecksum(NonCryptographicHashAlgorithm hash) : IncrementalChecksum
{
    public override void Append(ReadOnlySpan<byte> content) => hash.Append(content);

    public override byte[] Finish() => hash.GetHashAndReset();
}
