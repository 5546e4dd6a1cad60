using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The encryption key cannot be used.</summary>
public partial class InvalidKMSResourceException : AmazonKinesisFirehoseException
{
    /// <summary>An error with a message only.</summary>
    public InvalidKMSResourceException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public InvalidKMSResourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public InvalidKMSResourceException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public InvalidKMSResourceException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public InvalidKMSResourceException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The key service's own code.</summary>
    public string Code { get; set; }
}
