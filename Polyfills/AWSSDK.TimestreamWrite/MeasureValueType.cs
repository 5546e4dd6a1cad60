using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>The types a measure may have.</summary>
public class MeasureValueType : ConstantClass
{
    /// <summary>64-bit floating point number.</summary>
    public static readonly MeasureValueType DOUBLE = new("DOUBLE");

    /// <summary>64-bit integer.</summary>
    public static readonly MeasureValueType BIGINT = new("BIGINT");

    /// <summary>Text.</summary>
    public static readonly MeasureValueType VARCHAR = new("VARCHAR");

    /// <summary>True or false.</summary>
    public static readonly MeasureValueType BOOLEAN = new("BOOLEAN");

    /// <summary>A time; only inside a multi-measure record.</summary>
    public static readonly MeasureValueType TIMESTAMP = new("TIMESTAMP");

    /// <summary>Several measures of one time, in MeasureValues.</summary>
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
