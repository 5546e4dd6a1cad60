using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Passes writes on to memory, digests them, and refuses more than a document may have.</summary>
internal sealed class BoundedDigestingStream(MemoryStream inner, ContentDigest digest, int maxBytes) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (inner.Length + buffer.Length > maxBytes)
        {
            throw new S3Exception("MaxMessageLengthExceeded", "Your request was too big.", 400);
        }
        digest.Append(buffer);
        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
