namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>What the request names does not exist; the same error in every JSON service.</summary>
internal sealed class ResourceNotFoundException(string message) : AwsException("ResourceNotFoundException", message);
