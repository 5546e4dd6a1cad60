using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Timestream's errors with the statuses the service answers. Source: developer guide, "API error codes".</summary>
internal static class TimestreamErrors
{
    private const int ServiceQuotaExceededStatus = StatusCodes.Status402PaymentRequired;
    private const int RejectedRecordsStatus = 419;

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
        new RejectedRecordsError(rejections);

    private sealed class RejectedRecordsError(IReadOnlyList<RecordRejection> rejections) : AwsException(
        "RejectedRecordsException",
        "One or more records have been rejected. See RejectedRecords for details.",
        RejectedRecordsStatus)
    {
        public override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteStartArray("RejectedRecords"u8);
            foreach (var rejection in rejections)
            {
                writer.WriteStartObject();
                writer.WriteNumber("RecordIndex"u8, rejection.RecordIndex);
                writer.WriteString("Reason"u8, rejection.Reason);
                if (rejection.ExistingVersion is { } version)
                {
                    writer.WriteNumber("ExistingVersion"u8, version);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }
}
