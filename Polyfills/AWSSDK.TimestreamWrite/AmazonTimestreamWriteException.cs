using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamWrite;

/// <summary>Any error of Timestream's write side; errors its model names have classes of their own below it.</summary>
public partial class AmazonTimestreamWriteException : AmazonServiceException
{
    /// <summary>An error with a message only.</summary>
    public AmazonTimestreamWriteException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public AmazonTimestreamWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public AmazonTimestreamWriteException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public AmazonTimestreamWriteException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public AmazonTimestreamWriteException(
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
