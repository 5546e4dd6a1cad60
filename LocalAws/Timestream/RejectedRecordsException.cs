using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Some records of WriteRecords were refused; the others are stored.</summary>
internal sealed class RejectedRecordsException(IReadOnlyList<RecordRejection> rejections) : AwsException(
    "RejectedRecordsException",
    "One or more records have been rejected. See RejectedRecords for details.",
    Status)
{
    private const int Status = 419;

    /// <summary>The refused records.</summary>
    public IReadOnlyList<RecordRejection> Rejections => rejections;

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
