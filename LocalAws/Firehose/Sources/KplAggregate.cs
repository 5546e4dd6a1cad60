using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Google.Protobuf;

namespace TelemetryAspire.LocalAws.Firehose.Sources;

/// <summary>Takes apart what the Kinesis Producer Library put together into one record.</summary>
/// <remarks>
/// <code>
/// F3 89 9A C2 | protocol buffer AggregatedRecord | MD5 of the protocol buffer (16)
///
/// AggregatedRecord { repeated string partition_key_table = 1; repeated string explicit_hash_key_table = 2;
///                    repeated Record records = 3; }
/// Record { uint64 partition_key_index = 1; uint64 explicit_hash_key_index = 2; bytes data = 3;
///          repeated Tag tags = 4; }
/// </code>
/// https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md
/// </remarks>
internal static class KplAggregate
{
    private const int RecordField = 3;
    private const int DataField = 3;

    private static ReadOnlySpan<byte> Magic => [0xF3, 0x89, 0x9A, 0xC2];

    /// <summary>Reads the records in a record.</summary>
    /// <returns>False when it is a plain record: something else, damaged, or cut off.</returns>
    [SuppressMessage("Security", "CA5351", Justification = "The format has MD5; it protects nothing here.")]
    public static bool TryRead(ReadOnlySpan<byte> record, out IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        records = [];
        if (record.Length < Magic.Length + MD5.HashSizeInBytes || !record.StartsWith(Magic))
        {
            return false;
        }

        var message = record[Magic.Length..^MD5.HashSizeInBytes];
        if (!MD5.HashData(message).AsSpan().SequenceEqual(record[^MD5.HashSizeInBytes..]))
        {
            return false;
        }

        try
        {
            records = ReadAggregatedRecord(message.ToArray());
            return true;
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidDataException)
        {
            return false;
        }
    }

    private static List<ReadOnlyMemory<byte>> ReadAggregatedRecord(byte[] message)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(RecordField, WireFormat.WireType.LengthDelimited))
            {
                records.Add(ReadData(input.ReadBytes()));
            }
            else
            {
                input.SkipLastField();
            }
        }

        return records;
    }

    private static ReadOnlyMemory<byte> ReadData(ByteString record)
    {
        ReadOnlyMemory<byte>? data = null;
        var input = record.CreateCodedInput();
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(DataField, WireFormat.WireType.LengthDelimited))
            {
                data = input.ReadBytes().Memory;
            }
            else
            {
                input.SkipLastField();
            }
        }

        return data ?? throw new InvalidDataException("A record has no data.");
    }
}
