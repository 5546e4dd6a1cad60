using System.Runtime.InteropServices;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>The records of one PutRecords call, within the limits of the call.</summary>
internal sealed class PutRecordsBatch
{
    /// <summary>Kinesis API reference, PutRecords: records in a call.</summary>
    public const int MaxRecords = 500;

    /// <summary>
    /// Bytes of a call, data and keys: 5 MiB, which every version of the service takes. A larger record goes alone.
    /// </summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private readonly List<ProducedRecord> _records = [];
    private long _bytes;

    /// <summary>The records in the order they were added.</summary>
    public IReadOnlyList<ProducedRecord> Records => _records;

    /// <summary>Adds a record if the call has room for it and goes to the same stream.</summary>
    public bool TryAdd(ProducedRecord record)
    {
        if (_records.Count > 0
            && (_records.Count == MaxRecords
                || _bytes + record.SizeBytes > MaxBytes
                || record.Stream != _records[0].Stream))
        {
            return false;
        }

        _records.Add(record);
        _bytes += record.SizeBytes;
        return true;
    }

    /// <summary>The call for some records, all of one stream.</summary>
    public static PutRecordsRequest RequestFor(IReadOnlyList<ProducedRecord> records) => new()
    {
        StreamName = records[0].Stream,
        Records =
        [
            .. records.Select(record => new PutRecordsRequestEntry
            {
                Data = Wrap(record.Data),
                PartitionKey = record.PartitionKey,
            }),
        ],
    };

    private static MemoryStream Wrap(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(data.ToArray(), writable: false);
}
