namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>What must hold of the object in place for a write to be made: If-Match and If-None-Match.</summary>
/// <param name="IfMatch">Entity tag, unquoted, the object must have; <c>*</c>: it must exist; null: no
/// condition.</param>
/// <param name="IfNoneMatch">True: there must be no object of that key (<c>If-None-Match: *</c>).</param>
internal readonly record struct PutCondition(string? IfMatch, bool IfNoneMatch)
{
    /// <summary>No condition.</summary>
    public static readonly PutCondition None;

    /// <summary>Throws what S3 answers when the condition does not hold.</summary>
    public void Verify(string key, StoredObject? current)
    {
        if (IfNoneMatch && current is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }
        if (IfMatch is null)
        {
            return;
        }
        if (current is null)
        {
            throw S3Errors.NoSuchKey(key);
        }
        if (IfMatch != "*" && IfMatch != current.ETag)
        {
            throw S3Errors.PreconditionFailed("If-Match");
        }
    }
}
