using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>
/// The resource is not in a state that allows this, most often because it exists or is still being made.
/// </summary>
public partial class ResourceInUseException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public ResourceInUseException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ResourceInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ResourceInUseException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ResourceInUseException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ResourceInUseException(
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
