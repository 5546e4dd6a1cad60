using System.Net;
using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

/// <summary>A shard is asked for more than its rate: 1 MiB/s or 1,000 records/s in, 2 MiB/s out.</summary>
public partial class ProvisionedThroughputExceededException : AmazonKinesisException
{
    /// <summary>An error with a message only.</summary>
    public ProvisionedThroughputExceededException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public ProvisionedThroughputExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public ProvisionedThroughputExceededException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public ProvisionedThroughputExceededException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public ProvisionedThroughputExceededException(
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
