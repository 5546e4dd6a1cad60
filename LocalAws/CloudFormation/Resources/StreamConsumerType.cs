using System.Text.Json;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::Kinesis::StreamConsumer.</summary>
internal sealed class StreamConsumerType(ServiceCalls calls) : ResourceType(Specification)
{
    private const string Target = "Kinesis_20131202.";

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::Kinesis::StreamConsumer",
        NameProperty = "ConsumerName",
        Attributes = ["ConsumerARN", "ConsumerCreationTimestamp", "ConsumerName", "ConsumerStatus", "StreamARN"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["ConsumerName"] = Replacing(Text) with { IsRequired = true },
            ["StreamARN"] = Replacing(Text) with { IsRequired = true },
            ["Tags"] = Replacing(Tags),
        },
    };

    /// <summary>The ARN but for the time of creation, which is known when Kinesis has answered.</summary>
    public override string PlanId(NewResource resource) =>
        $"{resource.Properties["StreamARN"]}/consumer/{resource.Properties["ConsumerName"]}";

    public override async ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await FindAsync(resource, cancellationToken) is not null;

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            var request = Identity(resource);
            if (ResourceTags.Of(resource.Properties) is { Count: > 0 } tags)
            {
                request["Tags"] = ResourceTags.Map(tags);
            }

            await calls.CallAsync(Target + "RegisterStreamConsumer", request, resource.Context, cancellationToken);
        }

        return await UpdateAsync(resource, cancellationToken);
    }

    public override async ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        var consumer = await calls.WaitAsync(
            async () => await FindAsync(resource, cancellationToken) ?? throw new ResourceNotFoundException(
                $"Consumer {resource.Text("ConsumerName")} of {resource.Text("StreamARN")} not found."),
            found => found.GetProperty("ConsumerStatus").GetString() == "ACTIVE",
            cancellationToken);
        var arn = consumer.GetProperty("ConsumerARN").GetString()!;
        return new CreatedResource(arn, new Dictionary<string, string>
        {
            ["ConsumerARN"] = arn,
            ["ConsumerCreationTimestamp"] = consumer.GetProperty("ConsumerCreationTimestamp").GetRawText(),
            ["ConsumerName"] = resource.Text("ConsumerName"),
            ["ConsumerStatus"] = "ACTIVE",
            ["StreamARN"] = resource.Text("StreamARN"),
        });
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        await calls.TryCallAsync(
            Target + "DeregisterStreamConsumer", Identity(resource), resource.Context, cancellationToken);
        await calls.WaitAsync(
            () => ExistsAsync(resource, cancellationToken), exists => !exists, cancellationToken);
    }

    private static JsonObject Identity(ResourceHandle resource) => new()
    {
        ["StreamARN"] = resource.Text("StreamARN"),
        ["ConsumerName"] = resource.Text("ConsumerName"),
    };

    private async ValueTask<JsonElement?> FindAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var description = await calls.TryCallAsync(
            Target + "DescribeStreamConsumer", Identity(resource), resource.Context, cancellationToken);
        return description?.GetProperty("ConsumerDescription");
    }
}
