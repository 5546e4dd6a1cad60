using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>How reports in S3 are encrypted.</summary>
public class S3EncryptionOption : ConstantClass
{
    /// <summary>With a key that S3 manages.</summary>
    public static readonly S3EncryptionOption SSE_S3 = new("SSE_S3");

    /// <summary>With a key of the key service.</summary>
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
