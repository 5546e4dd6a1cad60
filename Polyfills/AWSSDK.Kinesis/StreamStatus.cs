using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>What a stream is going through.</summary>
public class StreamStatus : ConstantClass
{
    /// <summary>It is being made.</summary>
    public static readonly StreamStatus CREATING = new("CREATING");

    /// <summary>It is being deleted.</summary>
    public static readonly StreamStatus DELETING = new("DELETING");

    /// <summary>It reads and writes.</summary>
    public static readonly StreamStatus ACTIVE = new("ACTIVE");

    /// <summary>Its shards or properties are being changed; it reads and writes.</summary>
    public static readonly StreamStatus UPDATING = new("UPDATING");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public StreamStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static StreamStatus FindValue(string value) => FindValue<StreamStatus>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator StreamStatus(string value) => FindValue(value);
}
