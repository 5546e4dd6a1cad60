using System.Text.Json;
using System.Text.Json.Nodes;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::Timestream::Database.</summary>
internal sealed class TimestreamDatabaseType(ServiceCalls calls) : ResourceType(Specification)
{
    private const string Target = "Timestream_20181101.";

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::Timestream::Database",
        NameProperty = "DatabaseName",
        Attributes = ["Arn"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["DatabaseName"] = Replacing(Text),
            ["KmsKeyId"] = Of(Text),
            ["Tags"] = WithoutEffect() with { Type = Tags },
        },
    };

    public override async ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await FindAsync(resource, cancellationToken) is not null;

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            await calls.CallAsync(Target + "CreateDatabase", Request(resource), resource.Context, cancellationToken);
        }

        return await DescribeAsync(resource, cancellationToken);
    }

    public override async ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (resource.Properties["KmsKeyId"] is not null)
        {
            await calls.CallAsync(Target + "UpdateDatabase", Request(resource), resource.Context, cancellationToken);
        }

        return await DescribeAsync(resource, cancellationToken);
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        await calls.TryCallAsync(Target + "DeleteDatabase", Name(resource), resource.Context, cancellationToken);

    private static JsonObject Name(ResourceHandle resource) => new() { ["DatabaseName"] = resource.PhysicalId };

    private static JsonObject Request(ResourceHandle resource)
    {
        var request = Name(resource);
        if (resource.Properties["KmsKeyId"] is { } keyId)
        {
            request["KmsKeyId"] = keyId.DeepClone();
        }

        return request;
    }

    private ValueTask<JsonElement?> FindAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        calls.TryCallAsync(Target + "DescribeDatabase", Name(resource), resource.Context, cancellationToken);

    private async ValueTask<CreatedResource> DescribeAsync(
        ResourceHandle resource, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            Target + "DescribeDatabase", Name(resource), resource.Context, cancellationToken);
        var arn = answer.GetProperty("Database").GetProperty("Arn").GetString()!;
        return new CreatedResource(resource.PhysicalId, new Dictionary<string, string> { ["Arn"] = arn });
    }
}
