using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>How delivered objects are compressed.</summary>
public class CompressionFormat : ConstantClass
{
    /// <summary>Not compressed.</summary>
    public static readonly CompressionFormat UNCOMPRESSED = new("UNCOMPRESSED");

    /// <summary>GZIP.</summary>
    public static readonly CompressionFormat GZIP = new("GZIP");

    /// <summary>ZIP.</summary>
    public static readonly CompressionFormat ZIP = new("ZIP");

    /// <summary>Snappy.</summary>
    public static readonly CompressionFormat Snappy = new("Snappy");

    /// <summary>Snappy in Hadoop's framing.</summary>
    public static readonly CompressionFormat HADOOP_SNAPPY = new("HADOOP_SNAPPY");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public CompressionFormat(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static CompressionFormat FindValue(string value) => FindValue<CompressionFormat>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator CompressionFormat(string value) => FindValue(value);
}
