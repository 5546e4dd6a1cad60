using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

/// <summary>The request does not keep to the service's constraints; the message lists them.</summary>
public partial class ValidationException : AmazonTimestreamQueryException
{
    /// <summary>An error with a message only.</summary>
    public ValidationException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ValidationException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ValidationException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ValidationException(
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
