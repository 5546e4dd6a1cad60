using TelemetryAspire.LocalAws.Kinesis.Consumers;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Registers a consumer with a stream, to be pushed its records. It becomes active a second later.</summary>
internal sealed class RegisterStreamConsumer(StreamStore streams, ConsumerStore consumers)
    : IOperation<RegisterStreamConsumerRequest, RegisterStreamConsumerResponse>
{
    public ValueTask<RegisterStreamConsumerResponse> InvokeAsync(
        RegisterStreamConsumerRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("streamARN", request.StreamARN);
        StreamRequest.ValidateArn(ref validation, "streamARN", request.StreamARN);
        StreamRequest.ValidateId(ref validation, request.StreamId);
        validation.Required("consumerName", request.ConsumerName);
        StreamRequest.ValidateName(ref validation, "consumerName", request.ConsumerName);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();
        StreamRequest.RefuseId(request.StreamId);
        var stream = StreamRequest.ResolveArn(streams, request.StreamARN!);
        var tags = TagRules.Add(TagRules.None, request.Tags, $"consumer {request.ConsumerName}");
        var consumer = consumers.Add(stream, request.ConsumerName!, tags);
        return ValueTask.FromResult(new RegisterStreamConsumerResponse(
            ConsumerDescription.Of(consumer, consumer.CreatedAt)));
    }
}

internal sealed record RegisterStreamConsumerRequest
{
    public string? StreamARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    public string? ConsumerName { get; init; }

    public Dictionary<string, string?>? Tags { get; init; }
}

internal sealed record RegisterStreamConsumerResponse(ConsumerDescription Consumer);
