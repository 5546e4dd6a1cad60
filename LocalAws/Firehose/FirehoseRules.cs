using System.Text.Json;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Constraints that several operations share (Firehose: "Quota", and the API's model).</summary>
internal static partial class FirehoseRules
{
    /// <summary>Longest record in bytes: 1,000 KiB before base64.</summary>
    private const int MaxRecordBytes = 1_024_000;

    private const string RoleArnShown = @"arn:.*:iam::\d{12}:role/[a-zA-Z_0-9+=,.@\-_/]+";
    private const string StreamArnShown = @"arn:.*:kinesis:[a-zA-Z0-9\-]+:\d{12}:stream/[a-zA-Z0-9_.-]+";
    private const string KeyArnShown = @"arn:.*:kms:[a-zA-Z0-9\-]+:\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\-_/]+";

    public static void Name(ref Validation validation, string? name)
    {
        validation.Required("deliveryStreamName", name);
        ValidName(ref validation, "deliveryStreamName", name);
    }

    /// <summary>A name that may be absent.</summary>
    public static void ValidName(ref Validation validation, string path, string? name)
    {
        validation.Length(path, name, 1, 64);
        validation.Pattern(path, name, NamePattern(), "[a-zA-Z0-9_.-]+");
    }

    public static void StreamType(ref Validation validation, string? type) => validation.OneOf(
        "deliveryStreamType", type, "DirectPut", "KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource");

    public static void RoleArn(ref Validation validation, string path, string? arn)
    {
        validation.Length(path, arn, 1, 512);
        validation.Pattern(path, arn, RoleArnPattern(), RoleArnShown);
    }

    public static void KinesisStreamArn(ref Validation validation, string path, string? arn)
    {
        validation.Length(path, arn, 1, 512);
        validation.Pattern(path, arn, StreamArnPattern(), StreamArnShown);
    }

    public static void KeyArn(ref Validation validation, string path, string? arn)
    {
        validation.Length(path, arn, 1, 512);
        validation.Pattern(path, arn, KeyArnPattern(), KeyArnShown);
    }

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

    /// <summary>Members of a request that this Firehose does not know are refused rather than ignored.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static void RefuseOthers(Dictionary<string, JsonElement>? others)
    {
        if (others?.Keys.FirstOrDefault() is { } other)
        {
            throw FirehoseErrors.NotAvailable(
                other, "leave it out: delivery is to S3, from direct puts or a Kinesis stream, without a backup");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex($@"^{RoleArnShown}\z")]
    private static partial Regex RoleArnPattern();

    [GeneratedRegex($@"^{StreamArnShown}\z")]
    private static partial Regex StreamArnPattern();

    [GeneratedRegex($@"^{KeyArnShown}\z")]
    private static partial Regex KeyArnPattern();
}
