namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>One of the files that make up an object's content, in order.</summary>
/// <param name="Id">Names the file.</param>
/// <param name="Size">Its length when it was written.</param>
internal readonly record struct ContentPiece(ContentId Id, long Size);
