using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>The types a dimension may have.</summary>
public class DimensionValueType : ConstantClass
{
    /// <summary>Text.</summary>
    public static readonly DimensionValueType VARCHAR = new("VARCHAR");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DimensionValueType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DimensionValueType FindValue(string value) => FindValue<DimensionValueType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DimensionValueType(string value) => FindValue(value);
}
