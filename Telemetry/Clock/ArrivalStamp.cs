using System.Buffers.Binary;
using System.Numerics;

namespace TelemetryAspire.Telemetry;

/// <summary>
/// A number that a record on the stream has for good: the version of its rows in Timestream, and its time in
/// nanoseconds when its own time has to be corrected.
/// </summary>
/// <remarks>
/// <para>
/// It is computed from the record's arrival time and sequence number alone, so it is the same on every replay, and it
/// is distinct for records of a shard that arrived in different milliseconds or less than a million positions apart (a
/// thousand for the records inside an aggregate of the Kinesis Producer Library).
/// </para>
/// <para>
/// A sequence number in AWS's present layout has a counter in it; from low to high bits: 4 bits <c>2</c>, 32 bits
/// shard, 36 bits seconds, 8 bits zero, 64 bits counter, 40 bits shard, 4 bits <c>2</c>. AWS promises nothing of the
/// kind, so the layout is checked and anything else is taken as one number. LocalAws issues the same layout.
/// </para>
/// </remarks>
/// <param name="Value">
/// The stamp: nanoseconds since 1970-01-01T00:00:00Z, within the record's arrival millisecond.
/// </param>
public readonly record struct ArrivalStamp(long Value)
{
    private const int NanosecondsPerMillisecond = 1_000_000;
    private const int RecordsPerAggregate = 1_000;
    private const int LayoutBytes = 24;
    private const long SecondsPerDay = 86_400;

    /// <summary>The stamp of a plain record.</summary>
    /// <param name="arrival">When the stream took the record in; its milliseconds count.</param>
    /// <param name="sequenceNumber">The record's position in its shard.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The arrival is before 1970 or after 2262, or the number negative.
    /// </exception>
    public static ArrivalStamp Of(DateTimeOffset arrival, BigInteger sequenceNumber) =>
        Compose(arrival, CounterOf(arrival, sequenceNumber, NanosecondsPerMillisecond));

    /// <summary>The stamp of a record inside an aggregate of the Kinesis Producer Library.</summary>
    /// <param name="arrival">When the stream took the aggregate in; its milliseconds count.</param>
    /// <param name="sequenceNumber">The aggregate's position in its shard.</param>
    /// <param name="subSequenceNumber">The record's place in the aggregate, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Of"/>, or the place is negative.</exception>
    public static ArrivalStamp OfSubRecord(DateTimeOffset arrival, BigInteger sequenceNumber, int subSequenceNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(subSequenceNumber);
        var counter = CounterOf(arrival, sequenceNumber, NanosecondsPerMillisecond / RecordsPerAggregate);
        return Compose(arrival, (counter * RecordsPerAggregate) + subSequenceNumber);
    }

    private static ArrivalStamp Compose(DateTimeOffset arrival, long rest)
    {
        var milliseconds = arrival.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(arrival));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            milliseconds, (long.MaxValue - rest) / NanosecondsPerMillisecond, nameof(arrival));
        return new ArrivalStamp((milliseconds * NanosecondsPerMillisecond) + rest);
    }

    /// <summary>
    /// What tells the records of one millisecond apart: the counter in the sequence number, else all of it.
    /// </summary>
    private static long CounterOf(DateTimeOffset arrival, BigInteger sequenceNumber, int modulus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequenceNumber.Sign, nameof(sequenceNumber));
        Span<byte> bytes = stackalloc byte[LayoutBytes];
        return sequenceNumber.TryWriteBytes(bytes, out _, isUnsigned: true) && HasLayout(bytes, arrival)
            ? (long)(BinaryPrimitives.ReadUInt64LittleEndian(bytes[10..]) % (ulong)modulus)
            : (long)(sequenceNumber % modulus);
    }

    /// <summary>Whether the number, in 24 bytes from the lowest, is laid out as AWS's numbers of today are.</summary>
    private static bool HasLayout(ReadOnlySpan<byte> bytes, DateTimeOffset arrival)
    {
        if (bytes[23] != 0x02 || (bytes[0] & 0x0F) != 0x02 || bytes[9] != 0)
        {
            return false;
        }

        // Bits 36 to 71: in the eight bytes from bit 32, shifted by 4, cut to 36 bits.
        var seconds = (long)((BinaryPrimitives.ReadUInt64LittleEndian(bytes[4..]) >> 4) & 0xF_FFFF_FFFF);
        return Math.Abs(seconds - arrival.ToUnixTimeSeconds()) <= SecondsPerDay;
    }
}
