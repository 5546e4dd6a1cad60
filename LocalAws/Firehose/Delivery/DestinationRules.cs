using System.Text;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Checks an S3 destination and reads it. What AWS has and this Firehose has not is refused by name.</summary>
internal static partial class DestinationRules
{
    private const int BytesPerMiB = 1024 * 1024;

    /// <summary>Longest prefix after its expressions are evaluated (Firehose: "Custom prefixes").</summary>
    private const int MaxEvaluatedPrefix = 512;

    /// <summary>
    /// How long an interval of zero still collects: without it each call would make an object of its own. AWS delivers
    /// "within 5 seconds" then (Firehose: "Buffering hints").
    /// </summary>
    private static readonly TimeSpan ZeroBufferingInterval = TimeSpan.FromSeconds(1);

    /// <summary>Fills in what AWS fills in, so that a description shows it.</summary>
    public static S3Destination WithDefaults(S3Destination destination) => destination with
    {
        BufferingHints = new BufferingHints(
            destination.BufferingHints?.SizeInMBs ?? 5,
            destination.BufferingHints?.IntervalInSeconds ?? 300),
        CompressionFormat = destination.CompressionFormat ?? "UNCOMPRESSED",
        EncryptionConfiguration = destination.EncryptionConfiguration
            ?? new EncryptionConfiguration("NoEncryption", KMSEncryptionConfig: null),
        CloudWatchLoggingOptions = destination.CloudWatchLoggingOptions
            ?? new CloudWatchLoggingOptions(Enabled: false, LogGroupName: null, LogStreamName: null),
        S3BackupMode = destination.S3BackupMode ?? "Disabled",
    };

    /// <summary>Adds what breaks the API's model to <paramref name="validation"/>.</summary>
    public static void Validate(ref Validation validation, string path, S3Destination destination)
    {
        validation.Required($"{path}.roleARN", destination.RoleARN);
        validation.Pattern(
            $"{path}.roleARN", destination.RoleARN, RoleArn(), @"arn:.*:iam::\d{12}:role/[a-zA-Z_0-9+=,.@\-_/]+");
        validation.Required($"{path}.bucketARN", destination.BucketARN);
        validation.Pattern($"{path}.bucketARN", destination.BucketARN, BucketArn(), @"arn:.*:s3:::[\w\.\-]{1,255}");
        validation.Length($"{path}.prefix", destination.Prefix, 0, 1024);
        validation.Length($"{path}.errorOutputPrefix", destination.ErrorOutputPrefix, 0, 1024);
        validation.Range($"{path}.bufferingHints.sizeInMBs", destination.BufferingHints?.SizeInMBs, 1, 128);
        validation.Range(
            $"{path}.bufferingHints.intervalInSeconds", destination.BufferingHints?.IntervalInSeconds, 0, 900);
        validation.OneOf(
            $"{path}.compressionFormat",
            destination.CompressionFormat,
            "UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY");
        validation.OneOf($"{path}.s3BackupMode", destination.S3BackupMode, "Disabled", "Enabled");
        validation.Length($"{path}.fileExtension", destination.FileExtension, 0, 128);
        validation.Pattern(
            $"{path}.fileExtension", destination.FileExtension, FileExtension(), @"^$|\.[0-9a-z!\-_.*'()]+");
        validation.Length($"{path}.customTimeZone", destination.CustomTimeZone, 0, 50);
    }

    /// <summary>Reads a destination.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static DeliverySettings Read(string streamName, S3Destination destination)
    {
        RefuseUnavailable(destination);
        var hints = destination.BufferingHints!;
        var compressesWithGzip = destination.CompressionFormat == "GZIP";
        var timeZone = ReadTimeZone(destination.CustomTimeZone);
        CheckPrefixes(destination, timeZone);
        return new DeliverySettings
        {
            Bucket = destination.BucketARN![(destination.BucketARN!.LastIndexOf(':') + 1)..],
            BufferBytes = (long)hints.SizeInMBs!.Value * BytesPerMiB,
            BufferInterval = hints.IntervalInSeconds == 0
                ? ZeroBufferingInterval
                : TimeSpan.FromSeconds(hints.IntervalInSeconds!.Value),
            KeyFormat = new ObjectKeyFormat(
                streamName,
                destination.Prefix ?? "",
                timeZone,
                string.IsNullOrEmpty(destination.FileExtension)
                    ? compressesWithGzip ? ".gz" : ""
                    : destination.FileExtension),
            CompressesWithGzip = compressesWithGzip,
            Delimiter = ReadDelimiter(destination.ProcessingConfiguration),
        };
    }

    private static void RefuseUnavailable(S3Destination destination)
    {
        if (destination.Others?.Keys.FirstOrDefault() is { } other)
        {
            throw FirehoseErrors.NotAvailable(other);
        }

        if (destination.CompressionFormat is not ("UNCOMPRESSED" or "GZIP"))
        {
            throw FirehoseErrors.NotAvailable($"CompressionFormat {destination.CompressionFormat}");
        }

        if (destination.EncryptionConfiguration?.KMSEncryptionConfig is not null)
        {
            throw FirehoseErrors.NotAvailable("KMSEncryptionConfig");
        }

        if (destination.S3BackupMode == "Enabled")
        {
            throw FirehoseErrors.NotAvailable("S3BackupMode Enabled");
        }

        // Format conversion is on unless it says otherwise, dynamic partitioning off.
        if (destination.DataFormatConversionConfiguration is { Enabled: not false })
        {
            throw FirehoseErrors.NotAvailable("DataFormatConversionConfiguration");
        }

        if (destination.DynamicPartitioningConfiguration is { Enabled: true })
        {
            throw FirehoseErrors.NotAvailable("DynamicPartitioningConfiguration");
        }
    }

    private static TimeZoneInfo ReadTimeZone(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return TimeZoneInfo.Utc;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var timeZone)
            ? timeZone
            : throw FirehoseErrors.InvalidArgument($"CustomTimeZone {id} is not a known time zone.");
    }

    private static void CheckPrefixes(S3Destination destination, TimeZoneInfo timeZone)
    {
        var prefix = ParsePrefix("Prefix", destination.Prefix, timeZone);
        var errorPrefix = ParsePrefix("ErrorOutputPrefix", destination.ErrorOutputPrefix, timeZone);
        if (prefix.HasErrorOutputType)
        {
            throw FirehoseErrors.InvalidArgument(
                "Prefix cannot contain the expression !{firehose:error-output-type}.");
        }

        if (prefix.HasExpressions && string.IsNullOrEmpty(destination.ErrorOutputPrefix))
        {
            throw FirehoseErrors.InvalidArgument(
                "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions.");
        }

        if (errorPrefix is { HasExpressions: true, HasErrorOutputType: false })
        {
            throw FirehoseErrors.InvalidArgument(
                "ErrorOutputPrefix must contain the expression !{firehose:error-output-type} "
                + "when it contains expressions.");
        }
    }

    private static PrefixTemplate ParsePrefix(string member, string? text, TimeZoneInfo timeZone)
    {
        try
        {
            var template = PrefixTemplate.Parse(text ?? "");
            var sample = TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch, timeZone);
            return template.Evaluate(sample, "processing-failed").Length <= MaxEvaluatedPrefix
                ? template
                : throw FirehoseErrors.InvalidArgument(
                    $"{member} is longer than {MaxEvaluatedPrefix} characters after evaluation.");
        }
        catch (FormatException exception)
        {
            throw FirehoseErrors.InvalidArgument($"{member} is not valid: {exception.Message}.");
        }
    }

    private static byte[] ReadDelimiter(ProcessingConfiguration? processing)
    {
        if (processing is not { Enabled: true, Processors: { Count: > 0 } processors })
        {
            return [];
        }

        var unavailable = processors.FirstOrDefault(processor => processor.Type != "AppendDelimiterToRecord");
        if (unavailable is not null || processors.Count > 1)
        {
            throw FirehoseErrors.NotAvailable(
                $"The processor {unavailable?.Type ?? "AppendDelimiterToRecord, twice,"}");
        }

        var parameters = processors[0].Parameters ?? [];
        var unknown = parameters.FirstOrDefault(parameter => parameter.ParameterName != "Delimiter");
        if (unknown is not null)
        {
            throw FirehoseErrors.InvalidArgument(
                $"AppendDelimiterToRecord has no parameter {unknown.ParameterName}.");
        }

        // Templates write the two characters \n where they mean a newline.
        var delimiter = parameters is [var given, ..] ? given.ParameterValue ?? "" : "\\n";
        return Encoding.UTF8.GetBytes(delimiter.Replace("\\n", "\n").Replace("\\r", "\r").Replace("\\t", "\t"));
    }

    [GeneratedRegex(@"^arn:.*:iam::\d{12}:role/[a-zA-Z_0-9+=,.@\-_/]+\z")]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^arn:.*:s3:::[\w.\-]{1,255}\z")]
    private static partial Regex BucketArn();

    [GeneratedRegex(@"^(\.[0-9a-z!\-_.*'()]+)?\z")]
    private static partial Regex FileExtension();
}
