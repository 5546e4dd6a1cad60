using Amazon.Runtime;

namespace Amazon.Kinesis;

public class ShardIteratorType : ConstantClass
{
    public static readonly ShardIteratorType AT_SEQUENCE_NUMBER = new("AT_SEQUENCE_NUMBER");

    public static readonly ShardIteratorType AFTER_SEQUENCE_NUMBER = new("AFTER_SEQUENCE_NUMBER");

    public static readonly ShardIteratorType TRIM_HORIZON = new("TRIM_HORIZON");

    public static readonly ShardIteratorType LATEST = new("LATEST");

    public static readonly ShardIteratorType AT_TIMESTAMP = new("AT_TIMESTAMP");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public ShardIteratorType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static ShardIteratorType FindValue(string value) => FindValue<ShardIteratorType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator ShardIteratorType(string value) => FindValue(value);
}
