using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Payloads to append to a <see cref="RecordLog"/> together, all or none.</summary>
/// <remarks>Not thread-safe. Can be appended once, and must not be disposed before that is over.</remarks>
internal sealed class LogBatch : IDisposable
{
    private readonly PooledBuffer _frames = new();

    /// <summary>How many payloads were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a payload.</summary>
    /// <returns>Where to write it, at once: the span is invalid after the next call.</returns>
    public Span<byte> Add(int payloadBytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)payloadBytes, (uint)RecordFrame.MaxPayloadBytes);
        var length = RecordFrame.HeaderBytes + payloadBytes;
        var frame = _frames.GetSpan(length)[..length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(frame, payloadBytes);
        _frames.Advance(length);
        Count++;
        return frame[RecordFrame.HeaderBytes..];
    }

    /// <summary>Adds a copy of <paramref name="payload"/>.</summary>
    public void Add(ReadOnlySpan<byte> payload) => payload.CopyTo(Add(payload.Length));

    /// <summary>Numbers the payloads from <paramref name="firstNumber"/> on and returns the frames to write.</summary>
    public ReadOnlyMemory<byte> Seal(long firstNumber, long timestamp)
    {
        var remaining = _frames.WritableSpan;
        for (var number = firstNumber; !remaining.IsEmpty; number++)
        {
            RecordFrame.TryReadLength(remaining, out var length);
            RecordFrame.Seal(remaining[..length], number, timestamp);
            remaining = remaining[length..];
        }

        return _frames.Memory;
    }

    public void Dispose() => _frames.Dispose();
}
