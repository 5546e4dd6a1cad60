using LocalStack.Client.Contracts;

namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack:Session</c>: the credentials and region of the clients.</summary>
public class SessionOptions : ISessionOptions
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Everything at its default.</summary>
    public SessionOptions()
        : this("accessKey")
    {
    }

    /// <summary>Everything that differs from its default.</summary>
    public SessionOptions(
        string awsAccessKeyId = "accessKey",
        string awsAccessKey = "secretKey",
        string awsSessionToken = "token",
        string regionName = DefaultRegion)
    {
        AwsAccessKeyId = awsAccessKeyId;
        AwsAccessKey = awsAccessKey;
        AwsSessionToken = awsSessionToken;
        RegionName = regionName;
    }

    /// <inheritdoc/>
    public string AwsAccessKeyId { get; private set; }

    /// <inheritdoc/>
    public string AwsAccessKey { get; private set; }

    /// <inheritdoc/>
    public string AwsSessionToken { get; private set; }

    /// <inheritdoc/>
    public string RegionName { get; private set; }
}
