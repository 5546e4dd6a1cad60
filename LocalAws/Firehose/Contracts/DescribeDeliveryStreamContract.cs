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

    public required EncryptionDescription DeliveryStreamEncryptionConfiguration { get; init; }

    public required string DeliveryStreamType { get; init; }

    public required string VersionId { get; init; }

    public required DateTimeOffset CreateTimestamp { get; init; }

    /// <summary>When the destination was last updated; absent before.</summary>
    public DateTimeOffset? LastUpdateTimestamp { get; init; }

    public SourceDescription? Source { get; init; }

    public required IReadOnlyList<DestinationDescription> Destinations { get; init; }

    public required bool HasMoreDestinations { get; init; }
}

/// <summary>Where the records of a delivery stream come from.</summary>
internal sealed record SourceDescription(
    DirectPutSource? DirectPutSourceDescription,
    KinesisStreamSourceDescription? KinesisStreamSourceDescription);

/// <summary>The Kinesis stream that a delivery stream reads.</summary>
/// <param name="KinesisStreamARN">The stream.</param>
/// <param name="RoleARN">The role that may read it.</param>
/// <param name="DeliveryStartTimestamp">Records that arrived from then on are delivered.</param>
internal sealed record KinesisStreamSourceDescription(
    string KinesisStreamARN,
    string RoleARN,
    DateTimeOffset DeliveryStartTimestamp);

/// <summary>Where the records of a delivery stream go.</summary>
internal sealed record DestinationDescription(
    string DestinationId,
    S3Destination S3DestinationDescription,
    S3Destination ExtendedS3DestinationDescription);
