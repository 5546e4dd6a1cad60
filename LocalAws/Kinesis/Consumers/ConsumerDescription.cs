namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>A consumer as its operations show it.</summary>
internal sealed record ConsumerDescription
{
    public required string ConsumerName { get; init; }

    public required string ConsumerARN { get; init; }

    public required string ConsumerStatus { get; init; }

    public required DateTimeOffset ConsumerCreationTimestamp { get; init; }

    /// <summary>Only DescribeStreamConsumer tells it.</summary>
    public string? StreamARN { get; init; }

    /// <param name="consumer">The consumer.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    public static ConsumerDescription Of(ConsumerMetadata consumer, long now) => new()
    {
        ConsumerName = consumer.Name,
        ConsumerARN = consumer.Arn,
        ConsumerStatus = consumer.StatusAt(now),
        ConsumerCreationTimestamp = DateTimeOffset.FromUnixTimeMilliseconds(consumer.CreatedAt),
    };
}
