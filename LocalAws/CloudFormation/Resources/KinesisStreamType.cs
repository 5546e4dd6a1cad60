using System.Text.Json;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::Kinesis::Stream.</summary>
internal sealed class KinesisStreamType(ServiceCalls calls) : ResourceType(Specification)
{
    private const string Target = "Kinesis_20131202.";

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::Kinesis::Stream",
        NameProperty = "Name",
        Attributes = ["Arn"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["Name"] = Replacing(Text),
            ["ShardCount"] = Of(Whole),
            ["RetentionPeriodHours"] = Of(Whole),
            ["MaxRecordSizeInKiB"] = Of(Whole),
            ["WarmThroughputMiBps"] = Of(Whole),
            ["DesiredShardLevelMetrics"] = Of(ListOf(Text)),
            ["StreamEncryption"] = Of(Structure(("EncryptionType", Text), ("KeyId", Text))),
            ["StreamModeDetails"] = Of(Structure(("StreamMode", Text))),
            ["Tags"] = Of(Tags),
        },
    };

    protected override int MaxNameLength => 128;

    public override async ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await SummaryAsync(resource, cancellationToken) is not null;

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            var request = new JsonObject { ["StreamName"] = resource.PhysicalId };
            foreach (var name in new[]
                { "ShardCount", "StreamModeDetails", "MaxRecordSizeInKiB", "WarmThroughputMiBps" })
            {
                if (resource.Properties[name] is { } value)
                {
                    request[name] = value.DeepClone();
                }
            }

            if (ResourceTags.Of(resource.Properties) is { Count: > 0 } tags)
            {
                request["Tags"] = ResourceTags.Map(tags);
            }

            await CallAsync("CreateStream", request, resource, cancellationToken);
        }

        return await ApplyAsync(resource, isNew: true, cancellationToken);
    }

    public override ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken) => ApplyAsync(resource, isNew: false, cancellationToken);

    private async ValueTask<CreatedResource> ApplyAsync(
        ResourceHandle resource,
        bool isNew,
        CancellationToken cancellationToken)
    {
        var summary = await ActiveAsync(resource, cancellationToken);
        var stream = new KinesisStreamSettings(
            calls, resource, summary, () => ActiveAsync(resource, cancellationToken));
        await stream.ApplyAsync(cancellationToken);
        if (!isNew)
        {
            // CreateStream took the tags along.
            await stream.ApplyTagsAsync(cancellationToken);
        }

        var arn = summary.GetProperty("StreamARN").GetString()!;
        return new CreatedResource(resource.PhysicalId, new Dictionary<string, string> { ["Arn"] = arn });
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var request = new JsonObject { ["StreamName"] = resource.PhysicalId, ["EnforceConsumerDeletion"] = true };
        await calls.TryCallAsync(Target + "DeleteStream", request, resource.Context, cancellationToken);
        await calls.WaitAsync(
            () => ExistsAsync(resource, cancellationToken), exists => !exists, cancellationToken);
    }

    private async ValueTask<JsonElement> ActiveAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await calls.WaitAsync(
            async () => await SummaryAsync(resource, cancellationToken) ?? throw new ResourceNotFoundException(
                $"Stream {resource.PhysicalId} under account {resource.Context.AccountId} not found."),
            summary => summary.GetProperty("StreamStatus").GetString() == "ACTIVE",
            cancellationToken);

    private async ValueTask<JsonElement?> SummaryAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var description = await calls.TryCallAsync(
            Target + "DescribeStreamSummary",
            new JsonObject { ["StreamName"] = resource.PhysicalId },
            resource.Context,
            cancellationToken);
        return description?.GetProperty("StreamDescriptionSummary");
    }

    private ValueTask<JsonElement> CallAsync(
        string operation, JsonObject request, ResourceHandle resource, CancellationToken cancellationToken) =>
        calls.CallAsync(Target + operation, request, resource.Context, cancellationToken);
}
