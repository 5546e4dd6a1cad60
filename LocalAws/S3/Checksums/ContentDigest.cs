using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>What S3 knows of an object's content once it has streamed by: length, MD5 and one checksum.</summary>
internal sealed class ContentDigest(ChecksumAlgorithm algorithm) : IDisposable
{
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalChecksum _checksum = algorithm.Start();

    /// <summary>The algorithm of <see cref="Checksum"/>.</summary>
    public ChecksumAlgorithm Algorithm => algorithm;

    /// <summary>Bytes seen so far.</summary>
    public long Length { get; private set; }

    /// <summary>The MD5 of the content; empty until <see cref="Finish"/>.</summary>
    public byte[] Md5 { get; private set; } = [];

    /// <summary>The checksum of the content; empty until <see cref="Finish"/>.</summary>
    public byte[] Checksum { get; private set; } = [];

    /// <summary>Adds the next bytes of the content.</summary>
    public void Append(ReadOnlySpan<byte> content)
    {
        _md5.AppendData(content);
        _checksum.Append(content);
        Length += content.Length;
    }

    /// <summary>
    /// Ends the computation and fills <see cref="Md5"/> and <see cref="Checksum"/>; again, does nothing.
    /// </summary>
    public void Finish()
    {
        if (Md5.Length > 0)
        {
            return;
        }
        Md5 = _md5.GetHashAndReset();
        Checksum = _checksum.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _md5.Dispose();
        _checksum.Dispose();
    }
}
