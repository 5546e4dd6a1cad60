using System.Buffers;
using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>The line of error output about a record that could not be processed.</summary>
/// <remarks>
/// Sample: <c>{"attemptsMade":1,"arrivalTimestamp":1772368496000,"errorCode":"RecordDeAggregation.MalformedData",
/// "errorMessage":"Non JSON record provided.","attemptEndingTimestamp":1772368496000,"rawData":"bm8="}</c>.
/// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html
/// </remarks>
internal static class ErrorLine
{
    private const string ErrorCode = "RecordDeAggregation.MalformedData";

    /// <summary>Writes a line with its newline.</summary>
    /// <param name="message">Why the record could not be processed.</param>
    /// <param name="record">The whole record.</param>
    /// <param name="arrival">When it arrived, milliseconds since 1970.</param>
    /// <param name="now">When processing it ended, milliseconds since 1970.</param>
    public static ReadOnlySpan<byte> Write(string message, ReadOnlySpan<byte> record, long arrival, long now)
    {
        var line = new ArrayBufferWriter<byte>((record.Length * 4 / 3) + 256);
        using (var json = new Utf8JsonWriter(line, AwsJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("attemptsMade", 1);
            json.WriteNumber("arrivalTimestamp", arrival);
            json.WriteString("errorCode", ErrorCode);
            json.WriteString("errorMessage", message);
            json.WriteNumber("attemptEndingTimestamp", now);
            json.WriteBase64String("rawData", record);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan;
    }
}
