using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Constraints of encryption, which is accepted and reported: records lie on this disk as they are.</summary>
/// <remarks>There is no KMS, so every key of a valid ARN exists: InvalidKMSResourceException never comes.</remarks>
internal static class EncryptionRules
{
    private const string AwsOwned = "AWS_OWNED_CMK";
    private const string CustomerManaged = "CUSTOMER_MANAGED_CMK";
    private const int CallsPerDay = 25;

    /// <summary>Checks the key of a request.</summary>
    public static void Validate(ref Validation validation, EncryptionInput? input)
    {
        const string Path = "deliveryStreamEncryptionConfigurationInput";
        if (input is not null)
        {
            validation.Required($"{Path}.keyType", input.KeyType);
            validation.OneOf($"{Path}.keyType", input.KeyType, AwsOwned, CustomerManaged);
            FirehoseRules.KeyArn(ref validation, $"{Path}.keyARN", input.KeyARN);
        }
    }

    /// <summary>What a delivery stream is encrypted with; a key that AWS owns unless given.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static EncryptionDescription Enable(EncryptionInput? input) => input switch
    {
        null or { KeyType: AwsOwned, KeyARN: null } => new EncryptionDescription("ENABLED", AwsOwned),
        { KeyType: CustomerManaged, KeyARN: { } arn } => new EncryptionDescription("ENABLED", CustomerManaged, arn),
        { KeyType: CustomerManaged } =>
            throw FirehoseErrors.InvalidArgument($"KeyType {CustomerManaged} needs a KeyARN."),
        _ => throw FirehoseErrors.InvalidArgument($"KeyType {AwsOwned} takes no KeyARN."),
    };

    /// <summary>A delivery stream with other encryption.</summary>
    /// <exception cref="AwsException">
    /// InvalidArgumentException where records come from a stream, LimitExceededException after 25 calls in a day.
    /// </exception>
    public static StreamDefinition Change(
        StreamDefinition definition,
        EncryptionDescription encryption,
        DateTimeOffset now)
    {
        RefuseSource(definition.StreamType());
        DateTimeOffset[] calls = [.. definition.EncryptionCalls.Where(call => call > now.AddDays(-1)), now];
        return calls.Length <= CallsPerDay
            ? definition with { Encryption = encryption, EncryptionCalls = calls }
            : throw FirehoseErrors.LimitExceeded(
                $"Encryption of a delivery stream can be started or stopped {CallsPerDay} times in 24 hours.");
    }

    /// <summary>Records of a source are encrypted there, if at all.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static void RefuseSource(string streamType)
    {
        if (streamType != "DirectPut")
        {
            throw FirehoseErrors.InvalidArgument(
                $"Server-side encryption cannot be used with the delivery stream type {streamType}; "
                + "encrypt the source stream instead.");
        }
    }
}
