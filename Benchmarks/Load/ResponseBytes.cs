using System.Buffers;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>The body of an answer, on pooled memory.</summary>
internal sealed class ResponseBytes : IDisposable
{
    private byte[] _buffer;
    private int _length;

    private ResponseBytes(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public static async Task<ResponseBytes> ReadAsync(Stream body, int? length, CancellationToken cancellationToken)
    {
        var bytes = new ResponseBytes((length ?? 64 * 1024) + 1);
        int read;
        while ((read = await body.ReadAsync(bytes._buffer.AsMemory(bytes._length), cancellationToken)) > 0)
        {
            bytes._length += read;
            if (bytes._length == bytes._buffer.Length)
            {
                bytes.Grow();
            }
        }

        return bytes;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Memory.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
