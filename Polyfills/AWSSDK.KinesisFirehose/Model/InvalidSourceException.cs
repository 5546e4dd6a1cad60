using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>Only its source stream may write to this delivery stream.</summary>
public partial class InvalidSourceException : AmazonKinesisFirehoseException
{
    /// <summary>An error with a message only.</summary>
    public InvalidSourceException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public InvalidSourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public InvalidSourceException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public InvalidSourceException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public InvalidSourceException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The service's own code.</summary>
    public string Code { get; set; }
}
