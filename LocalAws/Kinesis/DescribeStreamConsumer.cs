using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Describes a consumer.</summary>
internal sealed class DescribeStreamConsumer(StreamStore streams, ConsumerStore consumers, TimeProvider timeProvider)
    : IOperation<DescribeStreamConsumerRequest, DescribeStreamConsumerResponse>
{
    public ValueTask<DescribeStreamConsumerResponse> InvokeAsync(
        DescribeStreamConsumerRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var (stream, consumer) = request.Resolve(streams, consumers);
        var description = ConsumerDescription.Of(consumer, timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        return ValueTask.FromResult(new DescribeStreamConsumerResponse(
            description with { StreamARN = stream.Metadata.Arn }));
    }
}

internal sealed record DescribeStreamConsumerRequest : ConsumerRequest;

internal sealed record DescribeStreamConsumerResponse(ConsumerDescription ConsumerDescription);
