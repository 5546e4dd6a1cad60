using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>What the encryption of a delivery stream is going through.</summary>
public class DeliveryStreamEncryptionStatus : ConstantClass
{
    /// <summary>On.</summary>
    public static readonly DeliveryStreamEncryptionStatus ENABLED = new("ENABLED");

    /// <summary>Being turned on.</summary>
    public static readonly DeliveryStreamEncryptionStatus ENABLING = new("ENABLING");

    /// <summary>Could not be turned on.</summary>
    public static readonly DeliveryStreamEncryptionStatus ENABLING_FAILED = new("ENABLING_FAILED");

    /// <summary>Off.</summary>
    public static readonly DeliveryStreamEncryptionStatus DISABLED = new("DISABLED");

    /// <summary>Being turned off.</summary>
    public static readonly DeliveryStreamEncryptionStatus DISABLING = new("DISABLING");

    /// <summary>Could not be turned off.</summary>
    public static readonly DeliveryStreamEncryptionStatus DISABLING_FAILED = new("DISABLING_FAILED");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DeliveryStreamEncryptionStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DeliveryStreamEncryptionStatus FindValue(
        string value) => FindValue<DeliveryStreamEncryptionStatus>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DeliveryStreamEncryptionStatus(string value) => FindValue(value);
}
