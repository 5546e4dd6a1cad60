using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis.Resources;

/// <summary>What can have tags and a policy: a stream or one of its consumers.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Consumer">Its consumer; null for the stream itself.</param>
internal sealed record KinesisResource(KinesisStream Stream, RegisteredConsumer? Consumer)
{
    /// <summary>For messages.</summary>
    public string Description => Consumer is { } consumer
        ? $"consumer {consumer.Metadata.Name}"
        : $"stream {Stream.Metadata.Name}";

    public IReadOnlyDictionary<string, string> Tags => Consumer?.Metadata.Tags ?? Stream.Metadata.Tags;

    public string? Policy => Consumer is { } consumer ? consumer.Metadata.Policy : Stream.Metadata.Policy;
}
