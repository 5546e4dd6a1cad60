namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The request of DescribeDeliveryStream.</summary>
internal sealed record DescribeDeliveryStreamRequest(
    string? DeliveryStreamName,
    int? Limit,
    string? ExclusiveStartDestinationId);

/// <summary>The response of DescribeDeliveryStream.</summary>
internal sealed record DescribeDeliveryStreamResponse(DeliveryStreamDescription DeliveryStreamDescription);

/// <summary>A delivery stream as AWS describes it.</summary>
internal sealed record DeliveryStreamDescription
{
    public required string DeliveryStreamName { get; init; }

    public required string DeliveryStreamARN { get; init; }

    public required string DeliveryStreamStatus { get; init; }

    public required string DeliveryStreamType { get; init; }

    public required string VersionId { get; init; }

    public required DateTimeOffset CreateTimestamp { get; init; }

    public SourceDescription? Source { get; init; }

    public required IReadOnlyList<DestinationDescription> Destinations { get; init; }

    public required bool HasMoreDestinations { get; init; }
}

/// <summary>Where the records of a delivery stream come from.</summary>
internal sealed record SourceDescription(DirectPutSource? DirectPutSourceDescription);

/// <summary>Where the records of a delivery stream go.</summary>
internal sealed record DestinationDescription(
    string DestinationId,
    S3Destination S3DestinationDescription,
    S3Destination? ExtendedS3DestinationDescription);
