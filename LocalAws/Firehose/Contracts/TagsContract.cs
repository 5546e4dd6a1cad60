namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>A name and a value for people and cost reports.</summary>
internal sealed record Tag(string? Key, string? Value);

/// <summary>The request of TagDeliveryStream.</summary>
internal sealed record TagDeliveryStreamRequest(string? DeliveryStreamName, IReadOnlyList<Tag?>? Tags);

/// <summary>The response of TagDeliveryStream: an empty object.</summary>
internal sealed record TagDeliveryStreamResponse;

/// <summary>The request of UntagDeliveryStream.</summary>
internal sealed record UntagDeliveryStreamRequest(string? DeliveryStreamName, IReadOnlyList<string?>? TagKeys);

/// <summary>The response of UntagDeliveryStream: an empty object.</summary>
internal sealed record UntagDeliveryStreamResponse;

/// <summary>The request of ListTagsForDeliveryStream.</summary>
internal sealed record ListTagsForDeliveryStreamRequest(
    string? DeliveryStreamName,
    string? ExclusiveStartTagKey,
    int? Limit);

/// <summary>The response of ListTagsForDeliveryStream.</summary>
internal sealed record ListTagsForDeliveryStreamResponse(IReadOnlyList<Tag> Tags, bool HasMoreTags);
