using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class DeliveryStreamEncryptionStatus : ConstantClass
{
    public static readonly DeliveryStreamEncryptionStatus ENABLED = new("ENABLED");

    public static readonly DeliveryStreamEncryptionStatus ENABLING = new("ENABLING");

    public static readonly DeliveryStreamEncryptionStatus ENABLING_FAILED = new("ENABLING_FAILED");

    public static readonly DeliveryStreamEncryptionStatus DISABLED = new("DISABLED");

    public static readonly DeliveryStreamEncryptionStatus DISABLING = new("DISABLING");

    public static readonly DeliveryStreamEncryptionStatus DISABLING_FAILED = new("DISABLING_FAILED");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DeliveryStreamEncryptionStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DeliveryStreamEncryptionStatus FindValue(string value) => FindValue<DeliveryStreamEncryptionStatus>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DeliveryStreamEncryptionStatus(string value) => FindValue(value);
}
