namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The key that records in a delivery stream are to be encrypted with.</summary>
/// <param name="KeyARN">The key, for CUSTOMER_MANAGED_CMK.</param>
/// <param name="KeyType">AWS_OWNED_CMK or CUSTOMER_MANAGED_CMK.</param>
internal sealed record EncryptionInput(string? KeyARN, string? KeyType);

/// <summary>The encryption of a delivery stream as it is described, and as it is kept.</summary>
internal sealed record EncryptionDescription(string Status, string? KeyType = null, string? KeyARN = null)
{
    public static readonly EncryptionDescription Disabled = new("DISABLED");

    public bool IsEnabled() => Status == "ENABLED";
}

/// <summary>The request of StartDeliveryStreamEncryption.</summary>
internal sealed record StartDeliveryStreamEncryptionRequest(
    string? DeliveryStreamName,
    EncryptionInput? DeliveryStreamEncryptionConfigurationInput);

/// <summary>The response of StartDeliveryStreamEncryption: an empty object.</summary>
internal sealed record StartDeliveryStreamEncryptionResponse;

/// <summary>The request of StopDeliveryStreamEncryption.</summary>
internal sealed record StopDeliveryStreamEncryptionRequest(string? DeliveryStreamName);

/// <summary>The response of StopDeliveryStreamEncryption: an empty object.</summary>
internal sealed record StopDeliveryStreamEncryptionResponse;
