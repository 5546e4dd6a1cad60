using System.Buffers.Binary;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>CRC64/NVME (NVM Express base specification): the checksum S3 computes when the client sends none.</summary>
/// <remarks>
/// Eight tables consume eight bytes per step; a table entry is the register after one byte and i zero bytes.
/// </remarks>
internal sealed class Crc64NvmeChecksum : IncrementalChecksum
{
    /// <summary>The polynomial AD93D23594C93659 with its bits reversed, as the reflected algorithm wants it.</summary>
    public const ulong ReversedPolynomial = 0x9A6C9329AC4BC9B5;

    private const int TableSize = 256;

    private static readonly ulong[] Tables = BuildTables();

    private ulong _crc = ulong.MaxValue;

    public override void Append(ReadOnlySpan<byte> content)
    {
        var crc = _crc;
        var tables = Tables;
        while (content.Length >= sizeof(ulong))
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(content);
            crc = tables[(7 * TableSize) + (byte)crc]
                ^ tables[(6 * TableSize) + (byte)(crc >> 8)]
                ^ tables[(5 * TableSize) + (byte)(crc >> 16)]
                ^ tables[(4 * TableSize) + (byte)(crc >> 24)]
                ^ tables[(3 * TableSize) + (byte)(crc >> 32)]
                ^ tables[(2 * TableSize) + (byte)(crc >> 40)]
                ^ tables[(1 * TableSize) + (byte)(crc >> 48)]
                ^ tables[(byte)(crc >> 56)];
            content = content[sizeof(ulong)..];
        }
        foreach (var octet in content)
        {
            crc = tables[(byte)(crc ^ octet)] ^ (crc >> 8);
        }
        _crc = crc;
    }

    public override byte[] Finish()
    {
        var value = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(value, ~_crc);
        return value;
    }

    private static ulong[] BuildTables()
    {
        var tables = new ulong[8 * TableSize];
        for (var octet = 0; octet < TableSize; octet++)
        {
            var crc = (ulong)octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ ReversedPolynomial : crc >> 1;
            }
            tables[octet] = crc;
        }
        for (var entry = TableSize; entry < tables.Length; entry++)
        {
            var previous = tables[entry - TableSize];
            tables[entry] = tables[(byte)previous] ^ (previous >> 8);
        }
        return tables;
    }
}
