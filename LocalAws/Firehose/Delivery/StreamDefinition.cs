using System.Globalization;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Sources;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What a delivery stream was created with and changed to: the content of its file.</summary>
internal sealed record StreamDefinition
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the updates of the destination; the first is 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When the destination was last updated.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The S3 destination, its defaults filled in.</summary>
    public required S3Destination Destination { get; init; }

    public DirectPutSource? Source { get; init; }

    /// <summary>The Kinesis stream it reads; null when it is put to.</summary>
    public KinesisSource? KinesisSource { get; init; }

    /// <summary>In ordinal order of their keys.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public EncryptionDescription Encryption { get; init; } = EncryptionDescription.Disabled;

    /// <summary>When encryption was started or stopped within the last 24 hours, which AWS limits.</summary>
    public IReadOnlyList<DateTimeOffset> EncryptionCalls { get; init; } = [];

    public string VersionId() => Version.ToString(CultureInfo.InvariantCulture);

    public string StreamType() => KinesisSource is null ? "DirectPut" : "KinesisStreamAsSource";
}
