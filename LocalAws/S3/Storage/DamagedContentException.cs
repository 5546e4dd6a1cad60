namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A content file is missing or shorter than its row says: something else changed the data directory.</summary>
internal sealed class DamagedContentException(string message) : IOException(message);
