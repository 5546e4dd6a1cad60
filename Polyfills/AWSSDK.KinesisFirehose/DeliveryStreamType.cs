using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class DeliveryStreamType : ConstantClass
{
    public static readonly DeliveryStreamType DirectPut = new("DirectPut");

    public static readonly DeliveryStreamType KinesisStreamAsSource = new("KinesisStreamAsSource");

    public static readonly DeliveryStreamType MSKAsSource = new("MSKAsSource");

    public static readonly DeliveryStreamType DatabaseAsSource = new("DatabaseAsSource");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DeliveryStreamType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DeliveryStreamType FindValue(string value) => FindValue<DeliveryStreamType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DeliveryStreamType(string value) => FindValue(value);
}
