using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The account has no subscription to the key service.</summary>
public partial class KMSOptInRequiredException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public KMSOptInRequiredException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public KMSOptInRequiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public KMSOptInRequiredException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public KMSOptInRequiredException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public KMSOptInRequiredException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
