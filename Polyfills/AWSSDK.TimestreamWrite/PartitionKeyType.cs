using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>What a partition key is made of.</summary>
public class PartitionKeyType : ConstantClass
{
    /// <summary>A dimension.</summary>
    public static readonly PartitionKeyType DIMENSION = new("DIMENSION");

    /// <summary>The measure name.</summary>
    public static readonly PartitionKeyType MEASURE = new("MEASURE");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public PartitionKeyType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static PartitionKeyType FindValue(string value) => FindValue<PartitionKeyType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator PartitionKeyType(string value) => FindValue(value);
}
