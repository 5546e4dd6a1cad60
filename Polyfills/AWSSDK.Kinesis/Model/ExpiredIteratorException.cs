using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>The shard iterator is older than five minutes: ask for a new one after the last record read.</summary>
public partial class ExpiredIteratorException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public ExpiredIteratorException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ExpiredIteratorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ExpiredIteratorException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ExpiredIteratorException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ExpiredIteratorException(
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
