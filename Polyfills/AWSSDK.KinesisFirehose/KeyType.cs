using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Who manages an encryption key.</summary>
public class KeyType : ConstantClass
{
    /// <summary>AWS.</summary>
    public static readonly KeyType AWS_OWNED_CMK = new("AWS_OWNED_CMK");

    /// <summary>The customer.</summary>
    public static readonly KeyType CUSTOMER_MANAGED_CMK = new("CUSTOMER_MANAGED_CMK");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public KeyType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static KeyType FindValue(string value) => FindValue<KeyType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator KeyType(string value) => FindValue(value);
}
