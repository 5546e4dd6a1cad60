using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>CRC32C (Castagnoli), which current processors compute in one instruction.</summary>
internal sealed class Crc32CChecksum : IncrementalChecksum
{
    private uint _crc = uint.MaxValue;

    public override void Append(ReadOnlySpan<byte> content)
    {
        var crc = _crc;
        var wholeWords = content.Length / sizeof(ulong) * sizeof(ulong);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(content[..wholeWords]))
        {
            crc = BitOperations.Crc32C(crc, word);
        }
        foreach (var octet in content[wholeWords..])
        {
            crc = BitOperations.Crc32C(crc, octet);
        }
        _crc = crc;
    }

    public override byte[] Finish()
    {
        var value = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(value, ~_crc);
        return value;
    }
}
