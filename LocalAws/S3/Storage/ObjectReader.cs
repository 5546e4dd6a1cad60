using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>An object and its open content.</summary>
internal sealed class ObjectReader(StoredObject stored, SafeFileHandle file) : IDisposable
{
    private const int CopyBlockBytes = 64 * 1024;

    /// <summary>What is known of the object.</summary>
    public StoredObject Object => stored;

    /// <summary>Copies <paramref name="length"/> bytes of the content from <paramref name="offset"/>.</summary>
    /// <exception cref="EndOfStreamException">The file is shorter than its row says: the data directory is
    /// damaged.</exception>
    public async Task CopyToAsync(PipeWriter destination, long offset, long length, CancellationToken cancellationToken)
    {
        var end = offset + length;
        while (offset < end)
        {
            var block = destination.GetMemory((int)Math.Min(CopyBlockBytes, end - offset));
            block = block[..(int)Math.Min(block.Length, end - offset)];
            var read = await RandomAccess.ReadAsync(file, block, offset, cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException($"The content of {stored.Key} ends before its {stored.Size} bytes.");
            }
            destination.Advance(read);
            offset += read;
            await destination.FlushAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
