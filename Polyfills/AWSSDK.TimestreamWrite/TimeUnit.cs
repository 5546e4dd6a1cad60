using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>The unit of a record's time.</summary>
public class TimeUnit : ConstantClass
{
    /// <summary>A thousandth of a second.</summary>
    public static readonly TimeUnit MILLISECONDS = new("MILLISECONDS");

    /// <summary>A second.</summary>
    public static readonly TimeUnit SECONDS = new("SECONDS");

    /// <summary>A millionth of a second.</summary>
    public static readonly TimeUnit MICROSECONDS = new("MICROSECONDS");

    /// <summary>A billionth of a second.</summary>
    public static readonly TimeUnit NANOSECONDS = new("NANOSECONDS");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public TimeUnit(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static TimeUnit FindValue(string value) => FindValue<TimeUnit>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator TimeUnit(string value) => FindValue(value);
}
