using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The request of CreateDeliveryStream.</summary>
internal sealed record CreateDeliveryStreamRequest
{
    public string? DeliveryStreamName { get; init; }

    public string? DeliveryStreamType { get; init; }

    public DirectPutSource? DirectPutSourceConfiguration { get; init; }

    public KinesisStreamSource? KinesisStreamSourceConfiguration { get; init; }

    public EncryptionInput? DeliveryStreamEncryptionConfigurationInput { get; init; }

    public S3Destination? S3DestinationConfiguration { get; init; }

    public S3Destination? ExtendedS3DestinationConfiguration { get; init; }

    public IReadOnlyList<Tag?>? Tags { get; init; }

    /// <summary>Members that are not available here, which creation refuses by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>The throughput a producer expects, in MiB/s (1 to 100); a hint.</summary>
internal sealed record DirectPutSource(int? ThroughputHintInMBs);

/// <summary>The Kinesis stream that a delivery stream reads, instead of being put to.</summary>
internal sealed record KinesisStreamSource(string? KinesisStreamARN, string? RoleARN);

/// <summary>The response of CreateDeliveryStream.</summary>
internal sealed record CreateDeliveryStreamResponse(string DeliveryStreamARN);
