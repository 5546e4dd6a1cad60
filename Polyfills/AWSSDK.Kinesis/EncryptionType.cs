using Amazon.Runtime;

namespace Amazon.Kinesis;

public class EncryptionType : ConstantClass
{
    public static readonly EncryptionType NONE = new("NONE");

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
