using Amazon.Runtime;

namespace Amazon.TimestreamQuery;

public class ScalarType : ConstantClass
{
    public static readonly ScalarType VARCHAR = new("VARCHAR");

    public static readonly ScalarType BOOLEAN = new("BOOLEAN");

    public static readonly ScalarType BIGINT = new("BIGINT");

    public static readonly ScalarType DOUBLE = new("DOUBLE");

    public static readonly ScalarType TIMESTAMP = new("TIMESTAMP");

    public static readonly ScalarType DATE = new("DATE");

    public static readonly ScalarType TIME = new("TIME");

    public static readonly ScalarType INTERVAL_DAY_TO_SECOND = new("INTERVAL_DAY_TO_SECOND");

    public static readonly ScalarType INTERVAL_YEAR_TO_MONTH = new("INTERVAL_YEAR_TO_MONTH");

    public static readonly ScalarType UNKNOWN = new("UNKNOWN");

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
