using TelemetryAspire.LocalAws.Firehose.Contracts;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What a delivery stream was created with: the content of its file.</summary>
internal sealed record StreamDefinition
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The S3 destination, its defaults filled in.</summary>
    public required S3Destination Destination { get; init; }

    /// <summary>Whether it was created with the extended form of the destination.</summary>
    public required bool IsExtended { get; init; }

    public DirectPutSource? Source { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}
