using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

public class MeasureValueType : ConstantClass
{
    public static readonly MeasureValueType DOUBLE = new("DOUBLE");

    public static readonly MeasureValueType BIGINT = new("BIGINT");

    public static readonly MeasureValueType VARCHAR = new("VARCHAR");

    public static readonly MeasureValueType BOOLEAN = new("BOOLEAN");

    public static readonly MeasureValueType TIMESTAMP = new("TIMESTAMP");

    public static readonly MeasureValueType MULTI = new("MULTI");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public MeasureValueType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static MeasureValueType FindValue(string value) => FindValue<MeasureValueType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator MeasureValueType(string value) => FindValue(value);
}
