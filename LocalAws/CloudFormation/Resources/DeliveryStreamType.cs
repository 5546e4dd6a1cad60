using System.Text.Json;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::KinesisFirehose::DeliveryStream.</summary>
/// <remarks>Its properties are the members of CreateDeliveryStream; Firehose judges what they contain.</remarks>
internal sealed class DeliveryStreamType(ServiceCalls calls) : ResourceType(Specification)
{
    private const string Target = "Firehose_20150804.";
    private const string Encryption = "DeliveryStreamEncryptionConfigurationInput";

    private static readonly string[] Destinations =
        ["ExtendedS3DestinationConfiguration", "S3DestinationConfiguration"];

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::KinesisFirehose::DeliveryStream",
        NameProperty = "DeliveryStreamName",
        Attributes = ["Arn"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["DeliveryStreamName"] = Replacing(Text),
            ["DeliveryStreamType"] = Replacing(Text),
            ["DirectPutSourceConfiguration"] = Replacing(DeliveryStreamProperties.DirectPutSource),
            ["KinesisStreamSourceConfiguration"] = Replacing(DeliveryStreamProperties.KinesisSource),
            [Encryption] = Of(DeliveryStreamProperties.Encryption),
            ["ExtendedS3DestinationConfiguration"] = Of(DeliveryStreamProperties.ExtendedDestination),
            ["S3DestinationConfiguration"] = Of(DeliveryStreamProperties.Destination),
            ["Tags"] = Of(Tags),
            ["AmazonOpenSearchServerlessDestinationConfiguration"] = OnlyS3(),
            ["AmazonopensearchserviceDestinationConfiguration"] = OnlyS3(),
            ["ElasticsearchDestinationConfiguration"] = OnlyS3(),
            ["HttpEndpointDestinationConfiguration"] = OnlyS3(),
            ["IcebergDestinationConfiguration"] = OnlyS3(),
            ["RedshiftDestinationConfiguration"] = OnlyS3(),
            ["SnowflakeDestinationConfiguration"] = OnlyS3(),
            ["SplunkDestinationConfiguration"] = OnlyS3(),
            ["DatabaseSourceConfiguration"] = Refused("the sources are direct put and a Kinesis stream"),
            ["MSKSourceConfiguration"] = Refused("the sources are direct put and a Kinesis stream"),
        },
    };

    protected override int MaxNameLength => 64;

    public override async ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await FindAsync(resource, cancellationToken) is not null;

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            var request = (JsonObject)resource.Properties.DeepClone();
            request["DeliveryStreamName"] = resource.PhysicalId;
            await CallAsync("CreateDeliveryStream", request, resource, cancellationToken);
        }

        return Describe(resource, await ActiveAsync(resource, cancellationToken));
    }

    public override async ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        var stream = await ActiveAsync(resource, cancellationToken);
        foreach (var name in Destinations.Where(resource.Properties.ContainsKey))
        {
            await CallAsync("UpdateDestination", UpdateOf(name, resource, stream), resource, cancellationToken);
        }

        await ApplyEncryptionAsync(resource, stream, cancellationToken);
        await ApplyTagsAsync(resource, cancellationToken);
        return Describe(resource, stream);
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        await calls.TryCallAsync(
            Target + "DeleteDeliveryStream", Name(resource), resource.Context, cancellationToken);
        await calls.WaitAsync(
            () => ExistsAsync(resource, cancellationToken), exists => !exists, cancellationToken);
    }

    private static ResourceProperty OnlyS3() => Refused("the only destination is S3");

    private static JsonObject Name(ResourceHandle resource) => new() { ["DeliveryStreamName"] = resource.PhysicalId };

    /// <summary>UpdateDestination keeps what it is not told, so what the properties leave out is told too.</summary>
    private static JsonObject UpdateOf(string name, ResourceHandle resource, JsonElement stream)
    {
        var destination = DeliveryStreamProperties.WithDefaults(
            (JsonObject)resource.Properties[name]!, isExtended: name == Destinations[0]);
        return new JsonObject
        {
            ["DeliveryStreamName"] = resource.PhysicalId,
            ["CurrentDeliveryStreamVersionId"] = stream.GetProperty("VersionId").GetString(),
            ["DestinationId"] = stream.GetProperty("Destinations")[0].GetProperty("DestinationId").GetString(),
            [name.Replace("Configuration", "Update", StringComparison.Ordinal)] = destination,
        };
    }

    private async ValueTask ApplyEncryptionAsync(
        ResourceHandle resource, JsonElement stream, CancellationToken cancellationToken)
    {
        var isOn = stream.TryGetProperty("DeliveryStreamEncryptionConfiguration", out var current)
            && current.TryGetProperty("Status", out var status)
            && status.GetString() == "ENABLED";
        if (resource.Properties[Encryption] is { } wanted)
        {
            if (!isOn
                || Member(current, "KeyType") != wanted["KeyType"]?.ToString()
                || Member(current, "KeyARN") != wanted["KeyARN"]?.ToString())
            {
                var request = Name(resource);
                request[Encryption] = wanted.DeepClone();
                await CallAsync("StartDeliveryStreamEncryption", request, resource, cancellationToken);
            }
        }
        else if (isOn)
        {
            await CallAsync("StopDeliveryStreamEncryption", Name(resource), resource, cancellationToken);
        }
    }

    private async ValueTask ApplyTagsAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var wanted = ResourceTags.Of(resource.Properties);
        var list = Name(resource);
        list["Limit"] = 50;
        var current = (await CallAsync("ListTagsForDeliveryStream", list, resource, cancellationToken))
            .GetProperty("Tags")
            .EnumerateArray()
            .ToDictionary(tag => tag.GetProperty("Key").GetString()!, tag => Member(tag, "Value") ?? "");
        var gone = current.Keys.Except(wanted.Keys).Select(key => (JsonNode)key).ToArray();
        if (gone.Length > 0)
        {
            var request = Name(resource);
            request["TagKeys"] = new JsonArray(gone);
            await CallAsync("UntagDeliveryStream", request, resource, cancellationToken);
        }

        var changed = wanted.Where(tag => current.GetValueOrDefault(tag.Key) != tag.Value).ToList();
        if (changed.Count > 0)
        {
            var request = Name(resource);
            request["Tags"] = ResourceTags.List(changed);
            await CallAsync("TagDeliveryStream", request, resource, cancellationToken);
        }
    }

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async ValueTask<JsonElement> ActiveAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await calls.WaitAsync(
            async () => await FindAsync(resource, cancellationToken) ?? throw new ResourceNotFoundException(
                $"Firehose {resource.PhysicalId} under account {resource.Context.AccountId} not found."),
            stream => stream.GetProperty("DeliveryStreamStatus").GetString() == "ACTIVE",
            cancellationToken);

    private async ValueTask<JsonElement?> FindAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var description = await calls.TryCallAsync(
            Target + "DescribeDeliveryStream", Name(resource), resource.Context, cancellationToken);
        return description?.GetProperty("DeliveryStreamDescription");
    }

    private static CreatedResource Describe(ResourceHandle resource, JsonElement stream) => new(
        resource.PhysicalId,
        new Dictionary<string, string> { ["Arn"] = stream.GetProperty("DeliveryStreamARN").GetString()! });

    private ValueTask<JsonElement> CallAsync(
        string operation, JsonObject request, ResourceHandle resource, CancellationToken cancellationToken) =>
        calls.CallAsync(Target + operation, request, resource.Context, cancellationToken);
}
