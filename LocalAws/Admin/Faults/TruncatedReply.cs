namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Sends the first half of a reply's body, then ends it.</summary>
internal sealed class TruncatedReply(HttpContext context, Stream whole) : Stream
{
    /// <summary>How many bytes may still pass; null before the first write tells how long the body is.</summary>
    private long? _left;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("The length of a reply is not known here.");

    public override long Position
    {
        get => throw new NotSupportedException("A reply has no position.");
        set => throw new NotSupportedException("A reply has no position.");
    }

    /// <summary>Whether a byte of the body was written.</summary>
    public bool HasBegun => _left is not null;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        _left ??= (context.Response.ContentLength ?? buffer.Length) / 2;
        var passing = (int)Math.Min(_left.Value, buffer.Length);
        _left -= passing;
        await whole.WriteAsync(buffer[..passing], cancellationToken);
        if (passing < buffer.Length)
        {
            await whole.FlushAsync(cancellationToken);

            // An abort would take back what was just flushed. To an exception after the first byte the server has one
            // answer: it sends what there is and closes the connection, or resets the stream of HTTP/2.
            throw new ReplyCutException();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => whole.FlushAsync(cancellationToken);

    public override void Flush() => throw Synchronous();

    public override void Write(byte[] buffer, int offset, int count) => throw Synchronous();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write only.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Write only.");

    public override void SetLength(long value) => throw new NotSupportedException("Write only.");

    private static InvalidOperationException Synchronous() => new("Replies are written asynchronously.");

    private sealed class ReplyCutException()
        : IOException("A fault that was asked for ends this reply in the middle of its body.");
}
