using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>The value that turns encryption of objects off.</summary>
public class NoEncryptionConfig : ConstantClass
{
    /// <summary>No encryption.</summary>
    public static readonly NoEncryptionConfig NoEncryption = new("NoEncryption");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public NoEncryptionConfig(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static NoEncryptionConfig FindValue(string value) => FindValue<NoEncryptionConfig>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator NoEncryptionConfig(string value) => FindValue(value);
}
