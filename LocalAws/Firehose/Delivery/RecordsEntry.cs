using System.Buffers.Binary;
using TelemetryAspire.LocalAws.Firehose.Sources;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>
/// The entry of a delivery stream's log that holds records: those of one put record, or of a page of a shard.
/// </summary>
/// <remarks>
/// <code>
/// kind (1) | has a position (1) [| stream created at (8) | shard (4) | next number (8) ]
///   { output (1) | arrival (8) | length (4) | bytes }
/// </code>
/// The position of the source stands in the frame of the records that were read up to it. A frame is there whole or not
/// at all, so a crash can neither lose records that the position has passed nor read them twice.
/// </remarks>
internal readonly ref struct RecordsEntry
{
    public const int ItemHeaderBytes = 13;
    private const int PositionBytes = 20;

    private readonly ReadOnlySpan<byte> _items;

    public RecordsEntry(ReadOnlySpan<byte> entry)
    {
        if (entry[1] == 0)
        {
            _items = entry[2..];
            return;
        }

        Position = new ShardPosition(
            BinaryPrimitives.ReadInt64LittleEndian(entry[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(entry[10..]),
            BinaryPrimitives.ReadInt64LittleEndian(entry[14..]));
        _items = entry[(2 + PositionBytes)..];
    }

    /// <summary>How far the source was read with these records; null for records that were put.</summary>
    public ShardPosition? Position { get; }

    /// <summary>Writes what stands before the items.</summary>
    /// <returns>Its length.</returns>
    public static int WriteHeader(Span<byte> destination, ShardPosition? position)
    {
        destination[0] = BufferEntry.RecordsKind;
        destination[1] = position is null ? (byte)0 : (byte)1;
        if (position is not { } given)
        {
            return 2;
        }

        BinaryPrimitives.WriteInt64LittleEndian(destination[2..], given.StreamCreatedAt);
        BinaryPrimitives.WriteInt32LittleEndian(destination[10..], given.Shard);
        BinaryPrimitives.WriteInt64LittleEndian(destination[14..], given.NextNumber);
        return 2 + PositionBytes;
    }

    /// <summary>Writes what stands before an item's bytes.</summary>
    public static void WriteItemHeader(Span<byte> destination, BufferOutput output, long arrival, int length)
    {
        destination[0] = (byte)output;
        BinaryPrimitives.WriteInt64LittleEndian(destination[1..], arrival);
        BinaryPrimitives.WriteInt32LittleEndian(destination[9..], length);
    }

    public Enumerator GetEnumerator() => new(_items);

    /// <summary>Walks through the items.</summary>
    internal ref struct Enumerator(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public BufferItem Current { get; private set; }

        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            var end = ItemHeaderBytes + BinaryPrimitives.ReadInt32LittleEndian(_rest[9..]);
            Current = new BufferItem(
                (BufferOutput)_rest[0],
                BinaryPrimitives.ReadInt64LittleEndian(_rest[1..]),
                _rest[ItemHeaderBytes..end]);
            _rest = _rest[end..];
            return true;
        }
    }
}
