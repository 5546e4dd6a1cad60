using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

public class S3EncryptionOption : ConstantClass
{
    public static readonly S3EncryptionOption SSE_S3 = new("SSE_S3");

    public static readonly S3EncryptionOption SSE_KMS = new("SSE_KMS");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public S3EncryptionOption(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static S3EncryptionOption FindValue(string value) => FindValue<S3EncryptionOption>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator S3EncryptionOption(string value) => FindValue(value);
}
