using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The page token is older than five minutes: start the listing again.</summary>
public partial class ExpiredNextTokenException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public ExpiredNextTokenException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ExpiredNextTokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ExpiredNextTokenException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ExpiredNextTokenException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ExpiredNextTokenException(
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
