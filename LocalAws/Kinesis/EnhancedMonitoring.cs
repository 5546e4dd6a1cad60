using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Shard-level metrics as a stream's description shows them.</summary>
internal sealed record EnhancedMonitoring(IReadOnlyList<string> ShardLevelMetrics)
{
    public static IReadOnlyList<EnhancedMonitoring> Of(StreamMetadata metadata) =>
        [new EnhancedMonitoring(metadata.ShardLevelMetrics)];
}

/// <summary>The request of EnableEnhancedMonitoring and of DisableEnhancedMonitoring.</summary>
internal sealed record EnhancedMonitoringRequest : StreamRequest
{
    private const string All = "ALL";

    private static readonly string[] Metrics =
    [
        "IncomingBytes",
        "IncomingRecords",
        "OutgoingBytes",
        "OutgoingRecords",
        "WriteProvisionedThroughputExceeded",
        "ReadProvisionedThroughputExceeded",
        "IteratorAgeMilliseconds",
    ];

    public IReadOnlyList<string?>? ShardLevelMetrics { get; init; }

    /// <returns>The metrics the request means.</returns>
    /// <exception cref="AwsException">The request is not valid.</exception>
    public IReadOnlyList<string> Validate()
    {
        var validation = new Validation();
        Validate(ref validation);
        validation.Required("shardLevelMetrics", ShardLevelMetrics);
        if (ShardLevelMetrics is { } metrics)
        {
            var shown = $"[{string.Join(", ", metrics)}]";
            validation.Length("shardLevelMetrics", shown, metrics.Count, 1, 7);
            if (!metrics.All(metric => metric == All || Metrics.Contains(metric)))
            {
                validation.Fail(
                    "shardLevelMetrics",
                    shown,
                    "Member must satisfy constraint: [Member must satisfy enum value set: "
                    + $"[{string.Join(", ", Metrics)}, {All}]]");
            }
        }

        validation.ThrowIfFailed();
        return [.. Metrics.Where(metric => ShardLevelMetrics!.Contains(metric) || ShardLevelMetrics!.Contains(All))];
    }
}

internal sealed record EnhancedMonitoringResponse(
    string StreamName,
    string StreamARN,
    IReadOnlyList<string> CurrentShardLevelMetrics,
    IReadOnlyList<string> DesiredShardLevelMetrics);
