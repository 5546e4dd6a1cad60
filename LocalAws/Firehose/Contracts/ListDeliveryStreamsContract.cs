namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The request of ListDeliveryStreams.</summary>
internal sealed record ListDeliveryStreamsRequest(
    int? Limit,
    string? DeliveryStreamType,
    string? ExclusiveStartDeliveryStreamName);

/// <summary>The response of ListDeliveryStreams.</summary>
internal sealed record ListDeliveryStreamsResponse(
    IReadOnlyList<string> DeliveryStreamNames,
    bool HasMoreDeliveryStreams);
