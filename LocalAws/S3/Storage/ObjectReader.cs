namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>An object and its open content, which stays what it is while it is being read.</summary>
internal sealed record ObjectReader(StoredObject Object, IReadOnlyList<StoredPart> Parts, ContentReader Content)
    : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}
