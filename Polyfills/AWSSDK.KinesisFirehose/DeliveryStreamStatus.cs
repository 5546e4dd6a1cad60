using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class DeliveryStreamStatus : ConstantClass
{
    public static readonly DeliveryStreamStatus CREATING = new("CREATING");

    public static readonly DeliveryStreamStatus CREATING_FAILED = new("CREATING_FAILED");

    public static readonly DeliveryStreamStatus DELETING = new("DELETING");

    public static readonly DeliveryStreamStatus DELETING_FAILED = new("DELETING_FAILED");

    public static readonly DeliveryStreamStatus ACTIVE = new("ACTIVE");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DeliveryStreamStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DeliveryStreamStatus FindValue(string value) => FindValue<DeliveryStreamStatus>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DeliveryStreamStatus(string value) => FindValue(value);
}
