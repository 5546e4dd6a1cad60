using System.Buffers;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Records read from a log, in order, on pooled memory.</summary>
/// <remarks>Not thread-safe. Payloads are invalid after <see cref="Dispose"/>.</remarks>
internal sealed class LogRecords : IDisposable
{
    private const int FirstCapacity = 64;

    private readonly PooledBuffer _buffer = new(16);

    // A list would make large garbage of 10,000 records, again for each reply.
    private (RecordFrame Frame, int PayloadStart)[] _records =
        ArrayPool<(RecordFrame Frame, int PayloadStart)>.Shared.Rent(FirstCapacity);

    public int Count { get; private set; }

    /// <summary>The sum of the payloads' lengths.</summary>
    public long PayloadBytes { get; private set; }

    /// <summary>The number to read from next.</summary>
    public required long NextNumber { get; set; }

    /// <summary>Whether the log held no record from <see cref="NextNumber"/> on when it was read.</summary>
    public bool IsAtEnd { get; set; }

    public RecordFrame this[int index] => _records[index].Frame;

    public ReadOnlySpan<byte> Payload(int index)
    {
        var (frame, start) = _records[index];
        return _buffer.Span.Slice(start, frame.PayloadLength);
    }

    /// <summary>Takes records of a part of a file until a limit is reached.</summary>
    /// <returns>False when a limit was reached; the next record does not fit.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public bool Fill(LogSegment segment, long start, long end, int maxRecords, long maxPayloadBytes)
    {
        var reader = new FrameReader(segment.File, start, end, _buffer, keep: true);
        while (reader.TryRead(out var frame))
        {
            if (frame.Number < NextNumber)
            {
                continue;
            }

            if (Count == maxRecords || (Count > 0 && PayloadBytes + frame.PayloadLength > maxPayloadBytes))
            {
                return false;
            }

            Add(frame, reader.PayloadStart);
            PayloadBytes += frame.PayloadLength;
            NextNumber = frame.Number + 1;
        }

        return reader.IsDamaged
            ? throw new InvalidDataException($"The log file '{segment.FileName}' is damaged at byte {reader.Position}; a restart repairs it.")
            : true;
    }

    public void Dispose()
    {
        _buffer.Dispose();
        ArrayPool<(RecordFrame Frame, int PayloadStart)>.Shared.Return(_records);
        _records = [];
        Count = 0;
    }

    private void Add(RecordFrame frame, int payloadStart)
    {
        if (Count == _records.Length)
        {
            var larger = ArrayPool<(RecordFrame Frame, int PayloadStart)>.Shared.Rent(Count * 2);
            _records.CopyTo(larger, 0);
            ArrayPool<(RecordFrame Frame, int PayloadStart)>.Shared.Return(_records);
            _records = larger;
        }

        _records[Count++] = (frame, payloadStart);
    }
}
