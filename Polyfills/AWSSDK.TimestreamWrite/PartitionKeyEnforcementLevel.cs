using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>Whether every record must have the dimension of a partition key.</summary>
public class PartitionKeyEnforcementLevel : ConstantClass
{
    /// <summary>A record without the dimension is refused.</summary>
    public static readonly PartitionKeyEnforcementLevel REQUIRED = new("REQUIRED");

    /// <summary>A record without the dimension is taken.</summary>
    public static readonly PartitionKeyEnforcementLevel OPTIONAL = new("OPTIONAL");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public PartitionKeyEnforcementLevel(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static PartitionKeyEnforcementLevel FindValue(
        string value) => FindValue<PartitionKeyEnforcementLevel>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator PartitionKeyEnforcementLevel(string value) => FindValue(value);
}
