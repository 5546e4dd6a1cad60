using Amazon.Runtime;

namespace Amazon.Kinesis;

public class ShardFilterType : ConstantClass
{
    public static readonly ShardFilterType AFTER_SHARD_ID = new("AFTER_SHARD_ID");

    public static readonly ShardFilterType AT_TRIM_HORIZON = new("AT_TRIM_HORIZON");

    public static readonly ShardFilterType FROM_TRIM_HORIZON = new("FROM_TRIM_HORIZON");

    public static readonly ShardFilterType AT_LATEST = new("AT_LATEST");

    public static readonly ShardFilterType AT_TIMESTAMP = new("AT_TIMESTAMP");

    public static readonly ShardFilterType FROM_TIMESTAMP = new("FROM_TIMESTAMP");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public ShardFilterType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static ShardFilterType FindValue(string value) => FindValue<ShardFilterType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator ShardFilterType(string value) => FindValue(value);
}
