namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>A checksum computed over content as it streams by.</summary>
internal abstract class IncrementalChecksum : IDisposable
{
    /// <summary>Adds the next bytes of the content.</summary>
    public abstract void Append(ReadOnlySpan<byte> content);

    /// <summary>Ends the computation: the value in network byte order, as S3 encodes it in base64.</summary>
    public abstract byte[] Finish();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
