using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>The request of UpdateDestination.</summary>
internal sealed record UpdateDestinationRequest
{
    public string? DeliveryStreamName { get; init; }

    public string? CurrentDeliveryStreamVersionId { get; init; }

    public string? DestinationId { get; init; }

    public S3Destination? S3DestinationUpdate { get; init; }

    public S3Destination? ExtendedS3DestinationUpdate { get; init; }

    /// <summary>Members that are not available here, which the update refuses by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>The response of UpdateDestination: an empty object.</summary>
internal sealed record UpdateDestinationResponse;
