using System.Net;
using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>Some records of the batch were not written; the others were.</summary>
public partial class RejectedRecordsException : AmazonTimestreamWriteException
{
    /// <summary>An error with a message only.</summary>
    public RejectedRecordsException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public RejectedRecordsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that is told by its cause.</summary>
    public RejectedRecordsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service sent it.</summary>
    public RejectedRecordsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service sent it, with its cause.</summary>
    public RejectedRecordsException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The records that were not written.</summary>
    public List<RejectedRecord> RejectedRecords { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
