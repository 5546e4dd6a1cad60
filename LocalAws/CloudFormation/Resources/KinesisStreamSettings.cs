using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>Brings a stream from what it is to what its properties say, one operation of Kinesis at a time.</summary>
/// <param name="calls">The way to Kinesis.</param>
/// <param name="resource">The stream.</param>
/// <param name="summary">What DescribeStreamSummary said of it.</param>
/// <param name="active">Waits until an operation that takes time is through.</param>
internal sealed class KinesisStreamSettings(
    ServiceCalls calls,
    ResourceHandle resource,
    JsonElement summary,
    Func<ValueTask<JsonElement>> active)
{
    private const string Target = "Kinesis_20131202.";
    private const int DefaultRetentionHours = 24;
    private const int DefaultRecordSizeInKiB = 1024;

    private static readonly string[] AllMetrics =
    [
        "IncomingBytes", "IncomingRecords", "IteratorAgeMilliseconds", "OutgoingBytes", "OutgoingRecords",
        "ReadProvisionedThroughputExceeded", "WriteProvisionedThroughputExceeded",
    ];

    private JsonObject Properties => resource.Properties;

    private string Arn => summary.GetProperty("StreamARN").GetString()!;

    /// <summary>Applies everything but the tags.</summary>
    public async ValueTask ApplyAsync(CancellationToken cancellationToken)
    {
        await ApplyCapacityAsync(cancellationToken);
        await ApplyRetentionAsync(cancellationToken);
        await ApplyEncryptionAsync(cancellationToken);
        await ApplyMetricsAsync(cancellationToken);
    }

    public async ValueTask ApplyTagsAsync(CancellationToken cancellationToken)
    {
        var wanted = ResourceTags.Of(Properties);
        var current = await TagsAsync(cancellationToken);
        var gone = current.Keys.Where(key => !wanted.ContainsKey(key)).Select(key => (JsonNode)key).ToArray();
        if (gone.Length > 0)
        {
            await CallAsync(
                "RemoveTagsFromStream",
                new() { ["StreamName"] = resource.PhysicalId, ["TagKeys"] = new JsonArray(gone) },
                cancellationToken);
        }

        var changed = wanted.Where(tag => current.GetValueOrDefault(tag.Key) != tag.Value).ToList();
        if (changed.Count > 0)
        {
            await CallAsync(
                "AddTagsToStream",
                new() { ["StreamName"] = resource.PhysicalId, ["Tags"] = ResourceTags.Map(changed) },
                cancellationToken);
        }
    }

    private async ValueTask ApplyCapacityAsync(CancellationToken cancellationToken)
    {
        var mode = Properties["StreamModeDetails"]?["StreamMode"]?.ToString() ?? "PROVISIONED";
        if (Current("StreamModeDetails") is { } details && mode != details.GetProperty("StreamMode").GetString())
        {
            await CallAsync(
                "UpdateStreamMode",
                new() { ["StreamARN"] = Arn, ["StreamModeDetails"] = new JsonObject { ["StreamMode"] = mode } },
                cancellationToken);
        }

        if (mode == "PROVISIONED"
            && Properties["ShardCount"]?.GetValue<long>() is { } shards
            && shards != Current("OpenShardCount")?.GetInt64())
        {
            await CallAsync(
                "UpdateShardCount",
                new()
                {
                    ["StreamName"] = resource.PhysicalId,
                    ["TargetShardCount"] = shards,
                    ["ScalingType"] = "UNIFORM_SCALING",
                },
                cancellationToken);
        }

        var recordSize = Properties["MaxRecordSizeInKiB"]?.GetValue<long>() ?? DefaultRecordSizeInKiB;
        if (recordSize != (Current("MaxRecordSizeInKiB")?.GetInt64() ?? DefaultRecordSizeInKiB))
        {
            await CallAsync(
                "UpdateMaxRecordSize",
                new() { ["StreamARN"] = Arn, ["MaxRecordSizeInKiB"] = recordSize },
                cancellationToken);
        }

        if (Properties["WarmThroughputMiBps"]?.GetValue<long>() is { } throughput
            && !(Current("WarmThroughput") is { } warm && warm.GetProperty("TargetMiBps").GetInt64() == throughput))
        {
            await CallAsync(
                "UpdateStreamWarmThroughput",
                new() { ["StreamARN"] = Arn, ["WarmThroughputMiBps"] = throughput },
                cancellationToken);
        }
    }

    private async ValueTask ApplyRetentionAsync(CancellationToken cancellationToken)
    {
        var hours = Properties["RetentionPeriodHours"]?.GetValue<long>() ?? DefaultRetentionHours;
        var current = Current("RetentionPeriodHours")?.GetInt64() ?? DefaultRetentionHours;
        if (hours != current)
        {
            await CallAsync(
                hours > current ? "IncreaseStreamRetentionPeriod" : "DecreaseStreamRetentionPeriod",
                new() { ["StreamName"] = resource.PhysicalId, ["RetentionPeriodHours"] = hours },
                cancellationToken);
        }
    }

    private async ValueTask ApplyEncryptionAsync(CancellationToken cancellationToken)
    {
        var wanted = Properties["StreamEncryption"];
        var isOn = Current("EncryptionType")?.GetString() == "KMS";
        if (isOn && wanted is null)
        {
            await EncryptionAsync("StopStreamEncryption", "KMS", Current("KeyId")?.GetString(), cancellationToken);
        }

        if (wanted is not null && !(isOn && Current("KeyId")?.GetString() == wanted["KeyId"]?.ToString()))
        {
            await EncryptionAsync(
                "StartStreamEncryption",
                wanted["EncryptionType"]?.ToString(),
                wanted["KeyId"]?.ToString(),
                cancellationToken);
        }
    }

    private ValueTask EncryptionAsync(
        string operation, string? type, string? keyId, CancellationToken cancellationToken) => CallAsync(
        operation,
        new() { ["StreamName"] = resource.PhysicalId, ["EncryptionType"] = type, ["KeyId"] = keyId },
        cancellationToken);

    private async ValueTask ApplyMetricsAsync(CancellationToken cancellationToken)
    {
        var wanted = Expand((Properties["DesiredShardLevelMetrics"] as JsonArray ?? [])
            .Select(metric => metric!.ToString()));
        var current = Expand(Current("EnhancedMonitoring") is { } monitoring && monitoring.GetArrayLength() > 0
            ? monitoring[0].GetProperty("ShardLevelMetrics").EnumerateArray().Select(metric => metric.GetString()!)
            : []);
        await MetricsAsync("DisableEnhancedMonitoring", current.Except(wanted), cancellationToken);
        await MetricsAsync("EnableEnhancedMonitoring", wanted.Except(current), cancellationToken);
    }

    private static List<string> Expand(IEnumerable<string> metrics) =>
        [.. metrics.SelectMany(metric => metric == "ALL" ? AllMetrics : [metric]).Distinct()];

    private async ValueTask MetricsAsync(
        string operation, IEnumerable<string> metrics, CancellationToken cancellationToken)
    {
        var names = new JsonArray([.. metrics.Select(metric => (JsonNode)metric)]);
        if (names.Count > 0)
        {
            await CallAsync(
                operation,
                new() { ["StreamName"] = resource.PhysicalId, ["ShardLevelMetrics"] = names },
                cancellationToken);
        }
    }

    private async ValueTask<Dictionary<string, string?>> TagsAsync(CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string?>();
        bool isMore;
        do
        {
            var request = new JsonObject { ["StreamName"] = resource.PhysicalId };
            if (tags.Count > 0)
            {
                request["ExclusiveStartTagKey"] = tags.Keys.Max(StringComparer.Ordinal);
            }

            var page = await calls.CallAsync(
                Target + "ListTagsForStream", request, resource.Context, cancellationToken);
            foreach (var tag in page.GetProperty("Tags").EnumerateArray())
            {
                tags[tag.GetProperty("Key").GetString()!] =
                    tag.TryGetProperty("Value", out var value) ? value.GetString() : null;
            }

            isMore = page.GetProperty("HasMoreTags").GetBoolean();
        }
        while (isMore);
        return tags;
    }

    private JsonElement? Current(string member) => summary.TryGetProperty(member, out var value)
        && value.ValueKind != JsonValueKind.Null
        ? value
        : null;

    /// <summary>Kinesis takes no second change while the first one is under way.</summary>
    private async ValueTask CallAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        await calls.CallAsync(Target + operation, request, resource.Context, cancellationToken);
        await active();
    }
}
