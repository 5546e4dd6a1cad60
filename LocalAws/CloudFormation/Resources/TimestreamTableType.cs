using System.Text.Json;
using System.Text.Json.Nodes;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::Timestream::Table.</summary>
internal sealed class TimestreamTableType(ServiceCalls calls) : ResourceType(Specification)
{
    private const string Target = "Timestream_20181101.";

    /// <summary>What CreateTable takes when the properties say nothing, and an update goes back to.</summary>
    private static readonly string[] SettingNames = ["RetentionProperties", "MagneticStoreWriteProperties", "Schema"];

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::Timestream::Table",
        NameProperty = "TableName",
        Attributes = ["Arn", "Name"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["DatabaseName"] = Replacing(Text) with { IsRequired = true },
            ["TableName"] = Replacing(Text),
            ["RetentionProperties"] = Of(Structure(
                ("MemoryStoreRetentionPeriodInHours", Whole), ("MagneticStoreRetentionPeriodInDays", Whole))),
            ["MagneticStoreWriteProperties"] = Of(Structure(
                ("EnableMagneticStoreWrites", Flag),
                ("MagneticStoreRejectedDataLocation", Structure(("S3Configuration", Structure(
                    ("BucketName", Text),
                    ("EncryptionOption", Text),
                    ("KmsKeyId", Text),
                    ("ObjectKeyPrefix", Text))))))),
            ["Schema"] = Of(Structure(("CompositePartitionKey", ListOf(Structure(
                ("EnforcementInRecord", Text), ("Name", Text), ("Type", Text)))))),
            ["Tags"] = WithoutEffect() with { Type = Tags },
        },
    };

    /// <summary>Ref gives the table with its database: <c>TimestreamDB|TimestreamTable</c>.</summary>
    public override string PlanId(NewResource resource) =>
        $"{resource.Properties["DatabaseName"]}|{base.PlanId(resource)}";

    public override async ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await calls.TryCallAsync(
            Target + "DescribeTable", Name(resource), resource.Context, cancellationToken) is not null;

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            var request = Name(resource);
            foreach (var name in SettingNames.Where(resource.Properties.ContainsKey))
            {
                request[name] = resource.Properties[name]!.DeepClone();
            }

            await calls.CallAsync(Target + "CreateTable", request, resource.Context, cancellationToken);
        }

        return Described(resource, await DescribeAsync(resource, cancellationToken));
    }

    public override async ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        var table = await DescribeAsync(resource, cancellationToken);
        var request = Name(resource);
        foreach (var (name, wanted) in Settings(resource.Properties))
        {
            var current = table.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
            if (!JsonNode.DeepEquals(current, wanted))
            {
                request[name] = wanted.DeepClone();
            }
        }

        // A longer retention opens only when it has filled, so a table is not updated to what it already is.
        if (SettingNames.Any(request.ContainsKey))
        {
            await calls.CallAsync(Target + "UpdateTable", request, resource.Context, cancellationToken);
        }

        return Described(resource, table);
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await calls.TryCallAsync(Target + "DeleteTable", Name(resource), resource.Context, cancellationToken);

    private static Dictionary<string, JsonNode> Settings(JsonObject properties)
    {
        var settings = new Dictionary<string, JsonNode>
        {
            ["RetentionProperties"] = properties["RetentionProperties"] ?? new JsonObject
            {
                ["MemoryStoreRetentionPeriodInHours"] = 6,
                ["MagneticStoreRetentionPeriodInDays"] = 73_000,
            },
            ["MagneticStoreWriteProperties"] = properties["MagneticStoreWriteProperties"] ?? new JsonObject
            {
                ["EnableMagneticStoreWrites"] = false,
            },
        };
        if (properties["Schema"] is { } schema)
        {
            settings["Schema"] = schema;
        }

        return settings;
    }

    private static JsonObject Name(ResourceHandle resource)
    {
        var separator = resource.PhysicalId.IndexOf('|', StringComparison.Ordinal);
        return new JsonObject
        {
            ["DatabaseName"] = resource.PhysicalId[..separator],
            ["TableName"] = resource.PhysicalId[(separator + 1)..],
        };
    }

    private async ValueTask<JsonElement> DescribeAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            Target + "DescribeTable", Name(resource), resource.Context, cancellationToken);
        return answer.GetProperty("Table");
    }

    private static CreatedResource Described(ResourceHandle resource, JsonElement table) => new(
        resource.PhysicalId,
        new Dictionary<string, string>
        {
            ["Arn"] = table.GetProperty("Arn").GetString()!,
            ["Name"] = table.GetProperty("TableName").GetString()!,
        });
}
