namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A part of a multipart upload, or of the object it became.</summary>
/// <param name="Number">1 to 10,000; parts follow one another in the order of their numbers.</param>
/// <param name="Content">Where its content is.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="ETag">The MD5 of its content in lower-case hexadecimal.</param>
/// <param name="LastModified">When it was uploaded, to the second.</param>
/// <param name="Checksum">Its checksum in base64, of the upload's algorithm.</param>
internal sealed record StoredPart(
    int Number,
    ContentId Content,
    long Size,
    string ETag,
    DateTimeOffset LastModified,
    string Checksum);
