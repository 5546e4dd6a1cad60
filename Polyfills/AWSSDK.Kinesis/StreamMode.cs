using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>Whether shards are provisioned or scale on demand.</summary>
public class StreamMode : ConstantClass
{
    /// <summary>The owner says how many shards there are.</summary>
    public static readonly StreamMode PROVISIONED = new("PROVISIONED");

    /// <summary>The service scales the shards.</summary>
    public static readonly StreamMode ON_DEMAND = new("ON_DEMAND");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public StreamMode(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static StreamMode FindValue(string value) => FindValue<StreamMode>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator StreamMode(string value) => FindValue(value);
}
