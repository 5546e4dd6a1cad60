using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>Another change of the delivery stream came first.</summary>
public partial class ConcurrentModificationException : AmazonKinesisFirehoseException
{
    /// <summary>An error with a message only.</summary>
    public ConcurrentModificationException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ConcurrentModificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ConcurrentModificationException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ConcurrentModificationException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ConcurrentModificationException(
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
