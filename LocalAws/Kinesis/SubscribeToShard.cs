using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Subscriptions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Protocol.EventStreams;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Pushes the records of a shard to a registered consumer as they come.</summary>
internal sealed class SubscribeToShard(
    ConsumerStore consumers,
    LocalAwsOptions options,
    TimeProvider timeProvider,
    IHostApplicationLifetime lifetime) : IEventStreamOperation<SubscribeToShardRequest, SubscribeToShardEvent>
{
    public ValueTask<IEventStream<SubscribeToShardEvent>> InvokeAsync(
        SubscribeToShardRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var (stream, consumer) = consumers.Get(request.ConsumerARN!);
        var name = stream.Metadata.Name;
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        if (consumer.StatusAt(now) != ConsumerMetadata.Active)
        {
            throw KinesisErrors.ConsumerNotActive(consumer.Name, consumer.CreatedAt / 1000, name);
        }

        var shard = stream.GetShard(request.ShardId!);
        var subscription = shard.Subscribers
            .GetOrAdd(consumer.Arn, _ => new SubscriptionSlot(timeProvider, options.EnforceLimits))
            .Open(
                slot =>
                {
                    // Again: who removes the consumer ends those subscriptions that are open by then.
                    consumers.Get(consumer.Arn);
                    return Open(slot, request.StartingPosition!, stream, shard, now);
                },
                () => KinesisErrors.SubscriptionExists(name, shard.Id, consumer.Name),
                () => KinesisErrors.SubscribeRateExceeded(name, shard.Id, consumer.Name));
        return ValueTask.FromResult<IEventStream<SubscribeToShardEvent>>(subscription);
    }

    private ShardSubscription Open(
        SubscriptionSlot slot,
        StartingPosition start,
        KinesisStream stream,
        Shard shard,
        long now)
    {
        var position = start.Resolve(stream, shard, now, nameof(SubscribeToShard));
        var reader = new ShardReader(stream, shard, position, timeProvider);
        return new ShardSubscription(slot, shard, reader, timeProvider, lifetime.ApplicationStopping);
    }

    private static void Validate(SubscribeToShardRequest request)
    {
        var validation = new Validation();
        validation.Required("consumerARN", request.ConsumerARN);
        ConsumerArn.Validate(ref validation, "consumerARN", request.ConsumerARN);
        StreamRequest.ValidateId(ref validation, request.StreamId);
        validation.Required("shardId", request.ShardId);
        StreamRequest.ValidateName(ref validation, "shardId", request.ShardId);
        validation.Required("startingPosition", request.StartingPosition);
        if (request.StartingPosition is { } position)
        {
            StartingPosition.ValidateType(ref validation, "startingPosition.type", position.Type);
            SequenceNumber.Validate(ref validation, "startingPosition.sequenceNumber", position.SequenceNumber);
        }

        validation.ThrowIfFailed();
        StreamRequest.RefuseId(request.StreamId);
    }
}

internal sealed record SubscribeToShardRequest
{
    public string? ConsumerARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    public string? ShardId { get; init; }

    public StartingPosition? StartingPosition { get; init; }
}
