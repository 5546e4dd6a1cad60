using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>How records are encrypted at rest.</summary>
public class EncryptionType : ConstantClass
{
    /// <summary>Not encrypted.</summary>
    public static readonly EncryptionType NONE = new("NONE");

    /// <summary>With a key of the key service.</summary>
    public static readonly EncryptionType KMS = new("KMS");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public EncryptionType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator EncryptionType(string value) => FindValue(value);
}
