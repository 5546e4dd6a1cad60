using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The stream's encryption key is in a state that does not allow its use.</summary>
public partial class KMSInvalidStateException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public KMSInvalidStateException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public KMSInvalidStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public KMSInvalidStateException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public KMSInvalidStateException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public KMSInvalidStateException(
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
