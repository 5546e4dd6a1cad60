using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>What a table is going through.</summary>
public class TableStatus : ConstantClass
{
    /// <summary>It can be written and queried.</summary>
    public static readonly TableStatus ACTIVE = new("ACTIVE");

    /// <summary>It is being deleted.</summary>
    public static readonly TableStatus DELETING = new("DELETING");

    /// <summary>It is being restored from a backup.</summary>
    public static readonly TableStatus RESTORING = new("RESTORING");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public TableStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static TableStatus FindValue(string value) => FindValue<TableStatus>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator TableStatus(string value) => FindValue(value);
}
