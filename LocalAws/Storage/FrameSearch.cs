using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Finds intact frames behind bytes that are none, at any offset of a file.</summary>
/// <param name="file">The file.</param>
/// <param name="end">The offset to stop at.</param>
/// <param name="firstNumber">The least number a frame may have.</param>
/// <param name="endNumber">The number that frames stay below.</param>
internal sealed class FrameSearch(SafeFileHandle file, long end, long firstNumber, long endNumber) : IDisposable
{
    private const int WindowBytes = 1024 * 1024;

    // A frame takes its header at least, so no more than these can be in the file.
    private readonly long _endNumber = Math.Min(endNumber, firstNumber + end / RecordFrame.HeaderBytes);
    private readonly byte[] _window = new byte[WindowBytes];
    private readonly PooledBuffer _buffer = new();

    /// <summary>Finds the first intact frame at or behind <paramref name="start"/>.</summary>
    public bool TryFind(long start, out long offset, out RecordFrame frame)
    {
        for (offset = start; offset + RecordFrame.HeaderBytes <= end;)
        {
            var length = RandomAccess.Read(file, _window, offset);
            var headers = length - RecordFrame.HeaderBytes + 1;
            for (var i = 0; i < headers; i++)
            {
                if (MayBeFrame(_window.AsSpan(i)) && TryRead(offset + i, out frame))
                {
                    offset += i;
                    return true;
                }
            }

            if (headers <= 0)
            {
                break;
            }

            offset += headers;
        }

        frame = default;
        return false;
    }

    public void Dispose() => _buffer.Dispose();

    private bool MayBeFrame(ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        return number >= firstNumber && number < _endNumber && RecordFrame.TryReadLength(bytes, out _);
    }

    private bool TryRead(long offset, out RecordFrame frame)
    {
        _buffer.Clear();
        return new FrameReader(file, offset, end, _buffer, keep: false).TryRead(out frame);
    }
}
