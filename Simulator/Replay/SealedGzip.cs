using System.IO.Compression;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>Decompresses a file in such a way that a file cut off in the middle is noticed.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes the end of its input for the end of the data, wherever it comes: half a file would be
/// replayed as if it were whole. So a gzip member of our own is read behind the file's (gzip members may follow one
/// another, RFC 1952, 2.2): only behind complete data does its line come out.
/// </remarks>
internal static class SealedGzip
{
    private static readonly byte[] SealMember = Compress([(byte)'\n', .. Seal, (byte)'\n']);

    /// <summary>The line that ends complete data.</summary>
    public static ReadOnlySpan<byte> Seal => "\0end of the replayed file 7d1f3c\0"u8;

    /// <summary>The decompressed data with the line <see cref="Seal"/> behind it, if it is complete.</summary>
    public static Stream Open(Stream compressed) =>
        new GZipStream(new FollowedBy(compressed, SealMember), CompressionMode.Decompress);

    private static byte[] Compress(byte[] data)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(data);
        }

        return output.ToArray();
    }

    /// <summary>One stream, then some bytes.</summary>
    private sealed class FollowedBy(Stream first, byte[] then) : Stream
    {
        private readonly MemoryStream _then = new(then, writable: false);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) =>
            first.Read(buffer) is > 0 and var read ? read : _then.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await first.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : _then.Read(buffer.Span);

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            first.Dispose();
            base.Dispose(disposing);
        }
    }
}
