using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>What a delivery stream is going through.</summary>
public class DeliveryStreamStatus : ConstantClass
{
    /// <summary>It is being made.</summary>
    public static readonly DeliveryStreamStatus CREATING = new("CREATING");

    /// <summary>It could not be made.</summary>
    public static readonly DeliveryStreamStatus CREATING_FAILED = new("CREATING_FAILED");

    /// <summary>It is being deleted.</summary>
    public static readonly DeliveryStreamStatus DELETING = new("DELETING");

    /// <summary>It could not be deleted.</summary>
    public static readonly DeliveryStreamStatus DELETING_FAILED = new("DELETING_FAILED");

    /// <summary>It takes and delivers records.</summary>
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
