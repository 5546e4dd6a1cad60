using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What a GET or HEAD asks for of an object's content.</summary>
/// <param name="Range">The bytes to send with status 206; null: all of them, with 200.</param>
/// <param name="Part">The part those bytes are, when it was asked for by its number.</param>
internal sealed record RequestedContent(ByteRange? Range, StoredPart? Part)
{
    /// <summary>The bytes to send.</summary>
    public ByteRange In(StoredObject stored) => Range ?? new ByteRange(0, stored.Size);
}
