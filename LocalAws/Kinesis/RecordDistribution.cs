using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The rules of a stream's record distribution strategy.</summary>
internal static class RecordDistribution
{
    /// <summary>Checks a strategy against the API's constraints.</summary>
    public static void Validate(ref Validation validation, string? strategy) => validation.OneOf(
        "recordDistributionStrategy", strategy, StreamMetadata.AutoDistribution, StreamMetadata.ByPartitionKey);

    /// <summary>The strategy of a stream in a capacity mode.</summary>
    /// <param name="strategy">The one asked for; null for the default.</param>
    /// <param name="mode">The capacity mode.</param>
    /// <exception cref="AwsException">InvalidArgumentException: a provisioned stream goes by its keys.</exception>
    public static string Of(string? strategy, string mode) =>
        strategy != StreamMetadata.AutoDistribution || mode == StreamMetadata.OnDemand
            ? strategy ?? StreamMetadata.ByPartitionKey
            : throw KinesisErrors.InvalidArgument(
                "RecordDistributionStrategy AUTO is only supported for data streams with the on-demand capacity mode.");
}
