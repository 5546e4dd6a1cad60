using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>It exists already, or it is being changed by another request.</summary>
public partial class ConflictException : AmazonTimestreamWriteException
{
    /// <summary>An error with a message only.</summary>
    public ConflictException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ConflictException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ConflictException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ConflictException(
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
