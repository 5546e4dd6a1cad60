using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Firehose.Processing;
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
        BufferingHints = destination.BufferingHints is { SizeInMBs: null, IntervalInSeconds: null } or null
            ? new BufferingHints(SizeInMBs: 5, IntervalInSeconds: 300)
            : destination.BufferingHints,
        CompressionFormat = destination.CompressionFormat ?? "UNCOMPRESSED",
        EncryptionConfiguration = destination.EncryptionConfiguration
            ?? new EncryptionConfiguration("NoEncryption", KMSEncryptionConfig: null),
        CloudWatchLoggingOptions = destination.CloudWatchLoggingOptions
            ?? new CloudWatchLoggingOptions(Enabled: false, LogGroupName: null, LogStreamName: null),
        S3BackupMode = destination.S3BackupMode ?? "Disabled",
    };

    /// <summary>A destination after an update: what is given replaces, member by member; the rest stays.</summary>
    public static S3Destination Merge(S3Destination destination, S3Destination update) => new()
    {
        RoleARN = update.RoleARN ?? destination.RoleARN,
        BucketARN = update.BucketARN ?? destination.BucketARN,
        Prefix = update.Prefix ?? destination.Prefix,
        ErrorOutputPrefix = update.ErrorOutputPrefix ?? destination.ErrorOutputPrefix,
        BufferingHints = update.BufferingHints ?? destination.BufferingHints,
        CompressionFormat = update.CompressionFormat ?? destination.CompressionFormat,
        EncryptionConfiguration = update.EncryptionConfiguration ?? destination.EncryptionConfiguration,
        CloudWatchLoggingOptions = update.CloudWatchLoggingOptions ?? destination.CloudWatchLoggingOptions,
        ProcessingConfiguration = update.ProcessingConfiguration ?? destination.ProcessingConfiguration,
        S3BackupMode = update.S3BackupMode ?? destination.S3BackupMode,
        DataFormatConversionConfiguration =
            update.DataFormatConversionConfiguration ?? destination.DataFormatConversionConfiguration,
        DynamicPartitioningConfiguration =
            update.DynamicPartitioningConfiguration ?? destination.DynamicPartitioningConfiguration,
        FileExtension = update.FileExtension ?? destination.FileExtension,
        CustomTimeZone = update.CustomTimeZone ?? destination.CustomTimeZone,
        Others = update.Others,
    };

    /// <summary>Adds what breaks the API's model to <paramref name="validation"/>.</summary>
    public static void Validate(ref Validation validation, string path, S3Destination? destination)
    {
        if (destination is null)
        {
            return;
        }

        FirehoseRules.RoleArn(ref validation, $"{path}.roleARN", destination.RoleARN);
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
        validation.OneOf(
            $"{path}.encryptionConfiguration.noEncryptionConfig",
            destination.EncryptionConfiguration?.NoEncryptionConfig,
            "NoEncryption");
        validation.OneOf($"{path}.s3BackupMode", destination.S3BackupMode, "Disabled", "Enabled");
        ProcessorRules.Validate(
            ref validation, $"{path}.processingConfiguration", destination.ProcessingConfiguration);
        validation.Length($"{path}.fileExtension", destination.FileExtension, 0, 128);
        validation.Pattern(
            $"{path}.fileExtension", destination.FileExtension, FileExtension(), @"^$|\.[0-9a-z!\-_.*'()]+");
        validation.Length($"{path}.customTimeZone", destination.CustomTimeZone, 0, 50);
        validation.Pattern($"{path}.customTimeZone", destination.CustomTimeZone, TimeZoneName(), "^$|[a-zA-Z/_]+");
    }

    /// <summary>Reads the destination of a delivery stream.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static DeliverySettings Read(StreamDefinition definition)
    {
        var destination = definition.Destination;
        RefuseUnavailable(destination);
        var hints = destination.BufferingHints is { SizeInMBs: { } size, IntervalInSeconds: { } seconds }
            ? (Size: size, Interval: TimeSpan.FromSeconds(seconds))
            : throw FirehoseErrors.InvalidArgument(
                "BufferingHints needs both SizeInMBs and IntervalInSeconds, or neither.");
        var timeZone = ReadTimeZone(destination.CustomTimeZone);
        var (prefix, errorPrefix) = ReadPrefixes(destination, timeZone);
        var isGzip = destination.CompressionFormat == "GZIP";
        return new DeliverySettings
        {
            Bucket = destination.BucketARN![(destination.BucketARN!.LastIndexOf(':') + 1)..],
            BufferBytes = (long)hints.Size * BytesPerMiB,
            BufferInterval = hints.Interval == TimeSpan.Zero ? ZeroBufferingInterval : hints.Interval,
            KeyFormat = KeyFormat(prefix),
            ErrorKeyFormat = KeyFormat(errorPrefix),
            CompressesWithGzip = isGzip,
            Processing = ProcessorRules.Read(destination.ProcessingConfiguration),
        };

        ObjectKeyFormat KeyFormat(PrefixTemplate template) => new(
            definition.Name, definition.Version, template, timeZone, Extension(destination.FileExtension, isGzip));
    }

    private static string Extension(string? given, bool isGzip) =>
        string.IsNullOrEmpty(given) ? isGzip ? ".gz" : "" : given;

    private static void RefuseUnavailable(S3Destination destination)
    {
        FirehoseRules.RefuseOthers(destination.Others);
        if (destination.CompressionFormat is not ("UNCOMPRESSED" or "GZIP"))
        {
            throw FirehoseErrors.NotAvailable(
                $"CompressionFormat {destination.CompressionFormat}", "use UNCOMPRESSED or GZIP");
        }

        if (destination.EncryptionConfiguration?.KMSEncryptionConfig is not null)
        {
            throw FirehoseErrors.NotAvailable(
                "KMSEncryptionConfig", "leave EncryptionConfiguration out or set NoEncryptionConfig to NoEncryption");
        }

        if (destination.S3BackupMode == "Enabled")
        {
            throw FirehoseErrors.NotAvailable("S3BackupMode Enabled", "leave it out or set it to Disabled");
        }

        // Format conversion is on unless it says otherwise, dynamic partitioning off.
        if (destination.DataFormatConversionConfiguration is { Enabled: not false })
        {
            throw FirehoseErrors.NotAvailable(
                "DataFormatConversionConfiguration", "leave it out or set its Enabled to false");
        }

        if (destination.DynamicPartitioningConfiguration is { Enabled: true })
        {
            throw FirehoseErrors.NotAvailable(
                "DynamicPartitioningConfiguration", "leave it out or set its Enabled to false");
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

    private static (PrefixTemplate Prefix, PrefixTemplate Errors) ReadPrefixes(
        S3Destination destination,
        TimeZoneInfo timeZone)
    {
        var prefix = Checked("Prefix", timeZone, () => PrefixTemplate.ForRecords(destination.Prefix ?? ""));
        var given = Checked("Prefix", timeZone, () => PrefixTemplate.Parse(destination.Prefix ?? ""));
        if (given.HasErrorOutputType)
        {
            throw FirehoseErrors.InvalidArgument(
                "Prefix cannot contain the expression !{firehose:error-output-type}.");
        }

        if (given.HasExpressions && string.IsNullOrEmpty(destination.ErrorOutputPrefix))
        {
            throw FirehoseErrors.InvalidArgument(
                "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions.");
        }

        var errors = Checked(
            "ErrorOutputPrefix",
            timeZone,
            () => PrefixTemplate.ForErrors(destination.ErrorOutputPrefix, destination.Prefix ?? ""));
        return errors.HasErrorOutputType
            ? (prefix, errors)
            : throw FirehoseErrors.InvalidArgument(
                "ErrorOutputPrefix must contain the expression !{firehose:error-output-type} "
                + "when it contains expressions.");
    }

    private static PrefixTemplate Checked(string member, TimeZoneInfo timeZone, Func<PrefixTemplate> parse)
    {
        try
        {
            var template = parse();
            return template.Evaluate(DateTimeOffset.UnixEpoch, timeZone).Length <= MaxEvaluatedPrefix
                ? template
                : throw FirehoseErrors.InvalidArgument(
                    $"{member} is longer than {MaxEvaluatedPrefix} characters after evaluation.");
        }
        catch (FormatException exception)
        {
            throw FirehoseErrors.InvalidArgument($"{member} is not valid: {exception.Message}.");
        }
    }

    [GeneratedRegex(@"^arn:.*:s3:::[\w.\-]{1,255}\z")]
    private static partial Regex BucketArn();

    [GeneratedRegex(@"^(\.[0-9a-z!\-_.*'()]+)?\z")]
    private static partial Regex FileExtension();

    [GeneratedRegex(@"^[a-zA-Z/_]*\z")]
    private static partial Regex TimeZoneName();
}
