using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Why a delivery stream could not be made or deleted.</summary>
public class DeliveryStreamFailureType : ConstantClass
{
    /// <summary>The endpoint service does not exist.</summary>
    public static readonly DeliveryStreamFailureType VPC_ENDPOINT_SERVICE_NAME_NOT_FOUND =
        new("VPC_ENDPOINT_SERVICE_NAME_NOT_FOUND");

    /// <summary>The endpoint service may not be used.</summary>
    public static readonly DeliveryStreamFailureType VPC_INTERFACE_ENDPOINT_SERVICE_ACCESS_DENIED =
        new("VPC_INTERFACE_ENDPOINT_SERVICE_ACCESS_DENIED");

    /// <summary>The grant on the key could not be retired.</summary>
    public static readonly DeliveryStreamFailureType RETIRE_KMS_GRANT_FAILED = new("RETIRE_KMS_GRANT_FAILED");

    /// <summary>The grant on the key could not be made.</summary>
    public static readonly DeliveryStreamFailureType CREATE_KMS_GRANT_FAILED = new("CREATE_KMS_GRANT_FAILED");

    /// <summary>The key may not be used.</summary>
    public static readonly DeliveryStreamFailureType KMS_ACCESS_DENIED = new("KMS_ACCESS_DENIED");

    /// <summary>The key is disabled.</summary>
    public static readonly DeliveryStreamFailureType DISABLED_KMS_KEY = new("DISABLED_KMS_KEY");

    /// <summary>The key cannot be used.</summary>
    public static readonly DeliveryStreamFailureType INVALID_KMS_KEY = new("INVALID_KMS_KEY");

    /// <summary>The key does not exist.</summary>
    public static readonly DeliveryStreamFailureType KMS_KEY_NOT_FOUND = new("KMS_KEY_NOT_FOUND");

    /// <summary>The account has no subscription to the key service.</summary>
    public static readonly DeliveryStreamFailureType KMS_OPT_IN_REQUIRED = new("KMS_OPT_IN_REQUIRED");

    /// <summary>The network interface could not be made.</summary>
    public static readonly DeliveryStreamFailureType CREATE_ENI_FAILED = new("CREATE_ENI_FAILED");

    /// <summary>The network interface could not be deleted.</summary>
    public static readonly DeliveryStreamFailureType DELETE_ENI_FAILED = new("DELETE_ENI_FAILED");

    /// <summary>The subnet does not exist.</summary>
    public static readonly DeliveryStreamFailureType SUBNET_NOT_FOUND = new("SUBNET_NOT_FOUND");

    /// <summary>The security group does not exist.</summary>
    public static readonly DeliveryStreamFailureType SECURITY_GROUP_NOT_FOUND = new("SECURITY_GROUP_NOT_FOUND");

    /// <summary>The network interface may not be used.</summary>
    public static readonly DeliveryStreamFailureType ENI_ACCESS_DENIED = new("ENI_ACCESS_DENIED");

    /// <summary>The subnet may not be used.</summary>
    public static readonly DeliveryStreamFailureType SUBNET_ACCESS_DENIED = new("SUBNET_ACCESS_DENIED");

    /// <summary>The security group may not be used.</summary>
    public static readonly DeliveryStreamFailureType SECURITY_GROUP_ACCESS_DENIED = new("SECURITY_GROUP_ACCESS_DENIED");

    /// <summary>Something else.</summary>
    public static readonly DeliveryStreamFailureType UNKNOWN_ERROR = new("UNKNOWN_ERROR");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public DeliveryStreamFailureType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static DeliveryStreamFailureType FindValue(string value) => FindValue<DeliveryStreamFailureType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator DeliveryStreamFailureType(string value) => FindValue(value);
}
