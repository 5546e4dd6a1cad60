using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

/// <summary>The account has as many of these as it may have.</summary>
public partial class ServiceQuotaExceededException : AmazonTimestreamQueryException
{
    /// <summary>An error with a message only.</summary>
    public ServiceQuotaExceededException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ServiceQuotaExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ServiceQuotaExceededException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ServiceQuotaExceededException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ServiceQuotaExceededException(
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
