namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A content file is missing or shorter than its row says: something else changed the data.</summary>
internal sealed class DamagedContentException(string message) : IOException(message);
