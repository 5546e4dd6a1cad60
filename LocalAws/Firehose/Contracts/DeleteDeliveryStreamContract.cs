namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The request of DeleteDeliveryStream.</summary>
internal sealed record DeleteDeliveryStreamRequest(string? DeliveryStreamName, bool? AllowForceDelete);

/// <summary>The response of DeleteDeliveryStream: an empty object.</summary>
internal sealed record DeleteDeliveryStreamResponse;
