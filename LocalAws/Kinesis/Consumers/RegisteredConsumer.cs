using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>A consumer and the stream it is registered with.</summary>
internal readonly record struct RegisteredConsumer(KinesisStream Stream, ConsumerMetadata Metadata);
