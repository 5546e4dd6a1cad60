using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>A request that names a consumer by its ARN, or by its name and the ARN of its stream.</summary>
internal abstract record ConsumerRequest
{
    public string? ConsumerARN { get; init; }

    public string? ConsumerName { get; init; }

    public string? StreamARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    /// <summary>The consumer the request names.</summary>
    /// <exception cref="AwsException">It names none, two, or one that does not exist.</exception>
    public RegisteredConsumer Resolve(StreamStore streams, ConsumerStore consumers)
    {
        var validation = new Validation();
        ConsumerArn.Validate(ref validation, "consumerARN", ConsumerARN);
        StreamRequest.ValidateName(ref validation, "consumerName", ConsumerName);
        StreamRequest.ValidateArn(ref validation, "streamARN", StreamARN);
        StreamRequest.ValidateId(ref validation, StreamId);
        validation.ThrowIfFailed();
        StreamRequest.RefuseId(StreamId);
        if (ConsumerARN is null)
        {
            return FindByName(streams);
        }

        var consumer = consumers.Get(ConsumerARN);
        var isAsNamed = (ConsumerName ?? consumer.Metadata.Name) == consumer.Metadata.Name
            && (StreamARN is null || StreamRequest.NameIn(StreamARN) == consumer.Stream.Metadata.Name);
        return isAsNamed
            ? consumer
            : throw KinesisErrors.InvalidArgument("ConsumerARN, ConsumerName and StreamARN name different consumers.");
    }

    private RegisteredConsumer FindByName(StreamStore streams)
    {
        if (ConsumerName is null || StreamARN is null)
        {
            throw KinesisErrors.InvalidArgument(
                "ConsumerArn or both ConsumerName and StreamARN are required for this request.");
        }

        var stream = StreamRequest.ResolveArn(streams, StreamARN);
        return stream.Metadata.Consumers.FirstOrDefault(consumer => consumer.Name == ConsumerName) is { } found
            ? new RegisteredConsumer(stream, found)
            : throw KinesisErrors.ConsumerNotFound(ConsumerName);
    }
}
