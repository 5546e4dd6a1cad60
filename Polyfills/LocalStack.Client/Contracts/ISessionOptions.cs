namespace LocalStack.Client.Contracts;

/// <summary>The credentials and region of the clients of a session.</summary>
public interface ISessionOptions
{
    /// <summary>Access key id; <c>accessKey</c> unless set.</summary>
    string AwsAccessKeyId { get; }

    /// <summary>Secret access key; <c>secretKey</c> unless set.</summary>
    string AwsAccessKey { get; }

    /// <summary>Session token; <c>token</c> unless set.</summary>
    string AwsSessionToken { get; }

    /// <summary>Region; <c>us-east-1</c> unless set.</summary>
    string RegionName { get; }
}
