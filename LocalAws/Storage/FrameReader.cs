using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Reads the frames of a range of a log file one after the other, in large pieces.</summary>
/// <param name="file">The file.</param>
/// <param name="start">The offset of a frame.</param>
/// <param name="end">The offset to stop at.</param>
/// <param name="buffer">Where the frames are read to.</param>
/// <param name="keep">
/// Whether frames stay in <paramref name="buffer"/> after the next one is read; else memory is bounded by the
/// largest frame.
/// </param>
internal sealed class FrameReader(SafeFileHandle file, long start, long end, PooledBuffer buffer, bool keep)
{
    private const int ReadAheadBytes = 256 * 1024;

    /// <summary>The offset in the file of the first byte this reader has in the buffer.</summary>
    private long _bufferedFrom = start;

    /// <summary>Where in the buffer that byte lies.</summary>
    private int _bufferOrigin = buffer.Length;

    /// <summary>The offset in the file of the next frame.</summary>
    public long Position { get; private set; } = start;

    /// <summary>Where in the buffer the payload of the last frame starts.</summary>
    public int PayloadStart { get; private set; }

    /// <summary>Whether reading ended at bytes that are no intact frame.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Reads the next frame.</summary>
    /// <returns>False at the end, or where no intact frame follows: see <see cref="IsDamaged"/>.</returns>
    public bool TryRead(out RecordFrame frame)
    {
        frame = default;
        if (Position >= end)
        {
            return false;
        }

        if (!TryBuffer(RecordFrame.HeaderBytes)
            || !RecordFrame.TryReadLength(Ahead, out var length)
            || !TryBuffer(length)
            || !RecordFrame.TryRead(Ahead[..length], out frame))
        {
            IsDamaged = true;
            return false;
        }

        PayloadStart = _bufferOrigin + (int)(Position - _bufferedFrom) + RecordFrame.HeaderBytes;
        Position += length;
        return true;
    }

    private ReadOnlySpan<byte> Ahead => buffer.Span[(_bufferOrigin + (int)(Position - _bufferedFrom))..];

    private bool TryBuffer(int needed)
    {
        if (Ahead.Length >= needed)
        {
            return true;
        }

        if (Position + needed > end)
        {
            return false;
        }

        if (!keep)
        {
            buffer.Clear();
            _bufferOrigin = 0;
            _bufferedFrom = Position;
        }

        while (Ahead.Length < needed)
        {
            var offset = _bufferedFrom + buffer.Length - _bufferOrigin;
            var wanted = (int)Math.Min(Math.Max(needed, ReadAheadBytes), end - offset);
            var read = RandomAccess.Read(file, buffer.GetSpan(wanted)[..wanted], offset);
            if (read == 0)
            {
                return false;
            }

            buffer.Advance(read);
        }

        return true;
    }
}
