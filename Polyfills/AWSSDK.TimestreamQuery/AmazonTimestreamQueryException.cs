using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamQuery;

/// <summary>Any error of Timestream's query side; errors its model names have classes of their own below it.</summary>
public partial class AmazonTimestreamQueryException : AmazonServiceException
{
    /// <summary>An error with a message only.</summary>
    public AmazonTimestreamQueryException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public AmazonTimestreamQueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public AmazonTimestreamQueryException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public AmazonTimestreamQueryException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public AmazonTimestreamQueryException(
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
