using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

public class PartitionKeyEnforcementLevel : ConstantClass
{
    public static readonly PartitionKeyEnforcementLevel REQUIRED = new("REQUIRED");

    public static readonly PartitionKeyEnforcementLevel OPTIONAL = new("OPTIONAL");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public PartitionKeyEnforcementLevel(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static PartitionKeyEnforcementLevel FindValue(string value) => FindValue<PartitionKeyEnforcementLevel>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator PartitionKeyEnforcementLevel(string value) => FindValue(value);
}
