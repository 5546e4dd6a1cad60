using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>How much to collect before an object is written: whichever comes first.</summary>
/// <param name="SizeInMBs">1 to 128 MiB, default 5.</param>
/// <param name="IntervalInSeconds">0 to 900 s, default 300.</param>
internal sealed record BufferingHints(int? SizeInMBs, int? IntervalInSeconds);

/// <summary>CloudWatch logging: accepted and reported; delivery failures go to the log of this process.</summary>
internal sealed record CloudWatchLoggingOptions(bool? Enabled, string? LogGroupName, string? LogStreamName);

/// <summary>Server-side encryption of the objects: none.</summary>
internal sealed record EncryptionConfiguration(string? NoEncryptionConfig, JsonElement? KMSEncryptionConfig);

/// <summary>What is done to records before delivery.</summary>
internal sealed record ProcessingConfiguration(bool? Enabled, IReadOnlyList<Processor?>? Processors);

/// <summary>One step of the processing.</summary>
internal sealed record Processor(string? Type, IReadOnlyList<ProcessorParameter?>? Parameters);

/// <summary>A setting of a <see cref="Processor"/>.</summary>
internal sealed record ProcessorParameter(string? ParameterName, string? ParameterValue);

/// <summary>A feature that can be given, but not switched on here.</summary>
internal sealed record OptionalFeature
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The details, kept so that a switched-off feature is reported as it was given.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Details { get; set; }
}

/// <summary>An S3 destination, as it is created and as it is described.</summary>
internal sealed record S3Destination
{
    public string? RoleARN { get; init; }

    public string? BucketARN { get; init; }

    public string? Prefix { get; init; }

    public string? ErrorOutputPrefix { get; init; }

    public BufferingHints? BufferingHints { get; init; }

    public string? CompressionFormat { get; init; }

    public EncryptionConfiguration? EncryptionConfiguration { get; init; }

    public CloudWatchLoggingOptions? CloudWatchLoggingOptions { get; init; }

    public ProcessingConfiguration? ProcessingConfiguration { get; init; }

    public string? S3BackupMode { get; init; }

    public OptionalFeature? DataFormatConversionConfiguration { get; init; }

    public OptionalFeature? DynamicPartitioningConfiguration { get; init; }

    public string? FileExtension { get; init; }

    public string? CustomTimeZone { get; init; }

    /// <summary>Members that are not available here, which creation refuses by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
