namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>The API's <c>S3Configuration</c>: where reports go. Nothing is encrypted here.</summary>
internal sealed record S3Location(
    string? BucketName, string? ObjectKeyPrefix = null, string? EncryptionOption = null, string? KmsKeyId = null);
