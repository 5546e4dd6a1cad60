using Microsoft.Win32.SafeHandles;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The content of an object on its way into the store: a write-only stream that digests what passes.</summary>
/// <remarks>
/// One writer at a time. The content becomes an object when <see cref="ObjectStore.PutAsync"/> takes it; disposed
/// before that, the file is deleted.
/// </remarks>
internal sealed class ObjectUpload(
    ContentId id,
    string path,
    SafeFileHandle file,
    ChecksumAlgorithm algorithm,
    FsyncPolicy fsync,
    IDisk disk) : Stream
{
    private bool _finished;

    /// <summary>Where the content is.</summary>
    public ContentId Id => id;

    /// <summary>Length, MD5 and checksum; complete after <see cref="FinishAsync"/>.</summary>
    public ContentDigest Digest { get; } = new(algorithm);

    /// <summary>True once an object owns the content.</summary>
    public bool IsCommitted { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_finished;

    public override long Length => Digest.Length;

    public override long Position { get => Digest.Length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        RandomAccess.Write(file, buffer, Digest.Length);
        Digest.Append(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default)
    {
        await RandomAccess.WriteAsync(file, buffer, Digest.Length, cancellationToken);
        Digest.Append(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Ends the content: it is durable under the policy, and the digest is complete.</summary>
    /// <exception cref="IOException">It may not be on the disk.</exception>
    public async Task FinishAsync()
    {
        if (!_finished)
        {
            _finished = true;
            if (fsync != FsyncPolicy.Never)
            {
                await CommitThreads.Contents.RunAsync(() =>
                {
                    disk.Flush(file);
                    disk.FlushDirectory(Path.GetDirectoryName(path)!);
                });
            }

            file.Dispose();
            Digest.Finish();
        }
    }

    /// <summary>Hands the file to an object, so that disposing leaves it in place.</summary>
    public void MarkCommitted() => IsCommitted = true;

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            Digest.Dispose();
            if (!IsCommitted)
            {
                File.Delete(path);
            }
        }
        base.Dispose(disposing);
    }
}
