using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>The consumers registered with all streams, kept durably with their streams.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ConsumerStore(StreamStore streams, TimeProvider timeProvider)
{
    /// <summary>Consumers of a stream. AWS has 50 for streams of its on-demand mode "Advantage".</summary>
    public const int StreamLimit = 20;

    /// <summary>Consumers of the account that are being created at the same time.</summary>
    public const int CreatingLimit = 5;

    /// <summary>Registers a consumer.</summary>
    /// <exception cref="AwsException">The name is taken, or there are too many consumers.</exception>
    public ConsumerMetadata Add(KinesisStream stream, string name, IReadOnlyDictionary<string, string> tags)
    {
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var consumer = new ConsumerMetadata
        {
            Name = name,
            Arn = ConsumerArn.Of(stream.Metadata.Arn, name, now),
            CreatedAt = now,
            Tags = tags,
        };
        streams.Update(stream, metadata =>
        {
            if (metadata.Consumers.Any(other => other.Name == name))
            {
                throw KinesisErrors.ConsumerExists(name, metadata.Name);
            }

            if (metadata.Consumers.Count >= StreamLimit || CountCreating(now) >= CreatingLimit)
            {
                throw KinesisErrors.ConsumerLimitExceeded(metadata.Name, StreamLimit, CreatingLimit);
            }

            return metadata with { Consumers = [.. metadata.Consumers, consumer] };
        });
        return consumer;
    }

    /// <summary>The consumer of this ARN.</summary>
    /// <exception cref="ResourceNotFoundException">There is none, or only a later one of its name.</exception>
    public RegisteredConsumer Get(string arn)
    {
        if (ConsumerArn.TryParse(arn) is var (streamName, name, createdSeconds)
            && streams.Find(streamName) is { } stream
            && stream.Metadata.Consumers.FirstOrDefault(consumer => consumer.Name == name) is { } found
            && found.CreatedAt / 1000 == createdSeconds)
        {
            return new RegisteredConsumer(stream, found);
        }

        throw KinesisErrors.ConsumerNotFound(arn);
    }

    /// <summary>Changes what is stored about a consumer, such as its tags.</summary>
    /// <exception cref="ResourceNotFoundException">The consumer was removed meanwhile.</exception>
    public void Update(RegisteredConsumer consumer, Func<ConsumerMetadata, ConsumerMetadata> change) =>
        streams.Update(consumer.Stream, metadata =>
        {
            EnsureExists(consumer, metadata);
            return metadata with
            {
                Consumers =
                [
                    .. metadata.Consumers.Select(other =>
                        other.Arn == consumer.Metadata.Arn ? change(other) : other),
                ],
            };
        });

    /// <summary>Removes a consumer.</summary>
    /// <exception cref="ResourceNotFoundException">The consumer was removed meanwhile.</exception>
    public void Remove(RegisteredConsumer consumer) =>
        streams.Update(consumer.Stream, metadata =>
        {
            EnsureExists(consumer, metadata);
            return metadata with
            {
                Consumers = [.. metadata.Consumers.Where(other => other.Arn != consumer.Metadata.Arn)],
            };
        });

    private static void EnsureExists(RegisteredConsumer consumer, StreamMetadata metadata)
    {
        if (metadata.Consumers.All(other => other.Arn != consumer.Metadata.Arn))
        {
            throw KinesisErrors.ConsumerNotFound(consumer.Metadata.Name);
        }
    }

    private int CountCreating(long now) => streams.List()
        .Sum(stream => stream.Metadata.Consumers.Count(consumer => consumer.StatusAt(now) != ConsumerMetadata.Active));
}
