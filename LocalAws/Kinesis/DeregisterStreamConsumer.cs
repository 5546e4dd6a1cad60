using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Removes a consumer at once; its subscriptions end.</summary>
internal sealed class DeregisterStreamConsumer(StreamStore streams, ConsumerStore consumers)
    : IOperation<DeregisterStreamConsumerRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        DeregisterStreamConsumerRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var consumer = request.Resolve(streams, consumers);
        consumers.Remove(consumer);
        foreach (var shard in consumer.Stream.Shards)
        {
            if (shard.Subscribers.TryRemove(consumer.Metadata.Arn, out var slot))
            {
                slot.End(KinesisErrors.ConsumerNotFound(consumer.Metadata.Arn));
            }
        }

        return ValueTask.FromResult(default(NoContent));
    }
}

internal sealed record DeregisterStreamConsumerRequest : ConsumerRequest;
