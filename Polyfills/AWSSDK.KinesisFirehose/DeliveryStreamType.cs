using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Where a delivery stream takes its records from.</summary>
public class DeliveryStreamType : ConstantClass
{
    /// <summary>PutRecord and PutRecordBatch.</summary>
    public static readonly DeliveryStreamType DirectPut = new("DirectPut");

    /// <summary>A Kinesis stream.</summary>
    public static readonly DeliveryStreamType KinesisStreamAsSource = new("KinesisStreamAsSource");

    /// <summary>A Kafka topic.</summary>
    public static readonly DeliveryStreamType MSKAsSource = new("MSKAsSource");

    /// <summary>Changes of a database.</summary>
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
