using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>Any error of Kinesis; errors its model names have classes of their own below it.</summary>
public partial class AmazonKinesisException : AmazonServiceException
{
    /// <summary>An error with a message only.</summary>
    public AmazonKinesisException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public AmazonKinesisException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public AmazonKinesisException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public AmazonKinesisException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public AmazonKinesisException(
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
