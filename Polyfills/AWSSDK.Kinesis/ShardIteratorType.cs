using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>Where reading of a shard begins.</summary>
public class ShardIteratorType : ConstantClass
{
    /// <summary>At a record.</summary>
    public static readonly ShardIteratorType AT_SEQUENCE_NUMBER = new("AT_SEQUENCE_NUMBER");

    /// <summary>Just after a record.</summary>
    public static readonly ShardIteratorType AFTER_SEQUENCE_NUMBER = new("AFTER_SEQUENCE_NUMBER");

    /// <summary>At the oldest record that is still kept.</summary>
    public static readonly ShardIteratorType TRIM_HORIZON = new("TRIM_HORIZON");

    /// <summary>After everything that is there now.</summary>
    public static readonly ShardIteratorType LATEST = new("LATEST");

    /// <summary>At the first record that arrived at a time or later.</summary>
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
