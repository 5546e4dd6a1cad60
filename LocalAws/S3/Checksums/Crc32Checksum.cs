using System.Buffers.Binary;
using System.IO.Hashing;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>CRC32 (ISO 3309, as in zip): the default of the SDKs and the AWS CLI for uploads.</summary>
internal sealed class Crc32Checksum : IncrementalChecksum
{
    private readonly Crc32 _crc = new();

    public override void Append(ReadOnlySpan<byte> content) => _crc.Append(content);

    public override byte[] Finish()
    {
        var value = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(value, _crc.GetCurrentHashAsUInt32());
        return value;
    }
}
