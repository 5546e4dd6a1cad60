using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>The host is no longer the right one: endpoint discovery has to be repeated (HTTP 421).</summary>
public partial class InvalidEndpointException : AmazonTimestreamWriteException
{
    /// <summary>An error with a message only.</summary>
    public InvalidEndpointException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public InvalidEndpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public InvalidEndpointException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public InvalidEndpointException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public InvalidEndpointException(
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
