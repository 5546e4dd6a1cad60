using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>The kinds of <see cref="Model.ShardFilter"/>.</summary>
public class ShardFilterType : ConstantClass
{
    /// <summary>Those after a shard.</summary>
    public static readonly ShardFilterType AFTER_SHARD_ID = new("AFTER_SHARD_ID");

    /// <summary>Those that were open at the oldest record that is still kept.</summary>
    public static readonly ShardFilterType AT_TRIM_HORIZON = new("AT_TRIM_HORIZON");

    /// <summary>All of which records are still kept.</summary>
    public static readonly ShardFilterType FROM_TRIM_HORIZON = new("FROM_TRIM_HORIZON");

    /// <summary>Those that are open now.</summary>
    public static readonly ShardFilterType AT_LATEST = new("AT_LATEST");

    /// <summary>Those that were open at a time.</summary>
    public static readonly ShardFilterType AT_TIMESTAMP = new("AT_TIMESTAMP");

    /// <summary>Those that were open at a time or later.</summary>
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
