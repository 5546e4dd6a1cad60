using Amazon.Runtime;

namespace Amazon.TimestreamQuery;

/// <summary>The scalar types of a column.</summary>
public class ScalarType : ConstantClass
{
    /// <summary>Text.</summary>
    public static readonly ScalarType VARCHAR = new("VARCHAR");

    /// <summary>True or false.</summary>
    public static readonly ScalarType BOOLEAN = new("BOOLEAN");

    /// <summary>64-bit integer.</summary>
    public static readonly ScalarType BIGINT = new("BIGINT");

    /// <summary>64-bit floating point number.</summary>
    public static readonly ScalarType DOUBLE = new("DOUBLE");

    /// <summary>A time to the nanosecond.</summary>
    public static readonly ScalarType TIMESTAMP = new("TIMESTAMP");

    /// <summary>A day.</summary>
    public static readonly ScalarType DATE = new("DATE");

    /// <summary>A time of day.</summary>
    public static readonly ScalarType TIME = new("TIME");

    /// <summary>A duration.</summary>
    public static readonly ScalarType INTERVAL_DAY_TO_SECOND = new("INTERVAL_DAY_TO_SECOND");

    /// <summary>A span of months.</summary>
    public static readonly ScalarType INTERVAL_YEAR_TO_MONTH = new("INTERVAL_YEAR_TO_MONTH");

    /// <summary>Not known, as for a bare NULL.</summary>
    public static readonly ScalarType UNKNOWN = new("UNKNOWN");

    /// <summary>32-bit integer.</summary>
    public static readonly ScalarType INTEGER = new("INTEGER");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public ScalarType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static ScalarType FindValue(string value) => FindValue<ScalarType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator ScalarType(string value) => FindValue(value);
}
