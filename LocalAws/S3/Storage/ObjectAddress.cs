namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Names an object: its bucket and its key.</summary>
internal readonly record struct ObjectAddress(string Bucket, string Key);
