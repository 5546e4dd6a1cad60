using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Timestream's errors with the statuses the service answers. Source: developer guide, "API error codes".</summary>
internal static class TimestreamErrors
{
    private const int ServiceQuotaExceededStatus = StatusCodes.Status402PaymentRequired;

    public static AwsException Validation(string message) => AwsException.Validation(message);

    public static AwsException DatabaseNotFound(string name) => NotFound($"The database {name} does not exist.");

    public static AwsException TableNotFound(string name) => NotFound($"The table {name} does not exist.");

    public static AwsException NotFound(string message) =>
        new("ResourceNotFoundException", message, StatusCodes.Status404NotFound);

    public static AwsException Conflict(string message) =>
        new("ConflictException", message, StatusCodes.Status409Conflict);

    public static AwsException QuotaExceeded(string message) =>
        new("ServiceQuotaExceededException", message, ServiceQuotaExceededStatus);

    /// <summary>A query that was valid but failed while it ran, for example a division by zero.</summary>
    public static AwsException QueryExecution(string message) => new("QueryExecutionException", message);

    /// <summary>Some records of a request were refused; the others are stored.</summary>
    public static AwsException RejectedRecords(IReadOnlyList<RecordRejection> rejections) =>
        new RejectedRecordsException(rejections);
}
