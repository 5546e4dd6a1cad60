using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Constraints that several operations share (Firehose: "Quota", and the API's model).</summary>
internal static partial class FirehoseRules
{
    /// <summary>Longest record in bytes: 1,000 KiB before base64.</summary>
    private const int MaxRecordBytes = 1_024_000;

    public static void Name(ref Validation validation, string? name)
    {
        validation.Required("deliveryStreamName", name);
        validation.Length("deliveryStreamName", name, 1, 64);
        validation.Pattern("deliveryStreamName", name, NamePattern(), "[a-zA-Z0-9_.-]+");
    }

    public static void StreamType(ref Validation validation, string? type) => validation.OneOf(
        "deliveryStreamType", type, "DirectPut", "KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource");

    public static void Record(ref Validation validation, string path, FirehoseRecord? record)
    {
        validation.Required(path, record);
        if (record is null)
        {
            return;
        }

        validation.Required($"{path}.data", record.Data);
        if (record.Data is { Length: > MaxRecordBytes } data)
        {
            // What AWS shows of a value of bytes.
            var shown = $"java.nio.HeapByteBuffer[pos=0 lim={data.Length} cap={data.Length}]";
            validation.Length($"{path}.data", shown, data.Length, 0, MaxRecordBytes);
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NamePattern();
}
