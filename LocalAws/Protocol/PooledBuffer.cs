using System.Buffers;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>A growing, contiguous byte buffer on pooled memory.</summary>
/// <remarks>
/// Not thread-safe. Memory handed out is invalid after the next write and after <see cref="Dispose"/>.
/// </remarks>
internal sealed class PooledBuffer(int capacity = 4096) : IBufferWriter<byte>, IDisposable
{
    private byte[] _buffer = LargeBuffers.Rent(Math.Max(capacity, 16));

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, Length);

    /// <summary>What was written, to be changed in place.</summary>
    public Span<byte> WritableSpan => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - Length));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(Length);
    }

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => Length = 0;

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            LargeBuffers.Return(_buffer);
            _buffer = [];
            Length = 0;
        }
    }

    private void Reserve(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = LargeBuffers.Rent(Math.Max(needed, _buffer.Length * 2));
        Span.CopyTo(larger);
        LargeBuffers.Return(_buffer);
        _buffer = larger;
    }
}
