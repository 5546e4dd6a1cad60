using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>A type without local effect: its resources are entries in their stacks, with ids in AWS's form.</summary>
internal sealed partial class InertType(InertTypeRow row) : ResourceType(SchemaOf(row))
{
    private const string KeyCharacters = "abcdefghijklmnopqrstuvwxyz234567";

    public override bool HasEffect => false;

    /// <summary>Most of these names are limited to 64 characters.</summary>
    protected override int MaxNameLength => 64;

    public override string PlanId(NewResource resource)
    {
        var name = Find(resource.Properties, row.NameProperty)
            ?? PhysicalName.Generate(resource.StackName, resource.LogicalId, MaxNameLength);
        return Fill(row.PhysicalId, resource.Properties, resource.Context, name, Guid.NewGuid().ToString());
    }

    /// <summary>Nothing else owns what is not there.</summary>
    public override ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(false);

    public override ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        var name = resource.PhysicalId[(resource.PhysicalId.LastIndexOfAny([':', '/']) + 1)..];
        return ValueTask.FromResult(new CreatedResource(
            resource.PhysicalId,
            row.Attributes.ToDictionary(
                attribute => attribute.Name,
                attribute => Fill(
                    attribute.Value, resource.Properties, resource.Context, name, resource.PhysicalId))));
    }

    public override ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken) => CreateAsync(resource, cancellationToken);

    public override ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    private static ResourceSchema SchemaOf(InertTypeRow row) => new()
    {
        TypeName = row.Type,
        NameProperty = row.NameProperty?.Split('.')[0],
        Attributes = [.. row.Attributes.Select(attribute => attribute.Name)],
    };

    /// <summary>Everything that looks random comes from the id, so that an update changes none of it.</summary>
    private static string Fill(string form, JsonObject properties, RequestContext context, string name, string id)
    {
        var random = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        var key = string.Concat(random.Select(value => KeyCharacters[value % KeyCharacters.Length]));
        return Placeholder().Replace(form, match => match.Groups["name"].Value switch
        {
            "id" => id,
            "name" => name,
            "account" => context.AccountId,
            "region" => context.Region,
            "uuid" => new Guid(random.AsSpan(0, 16)).ToString(),
            "key" => key[..10],
            "KEY" => key[..17].ToUpperInvariant(),
            var property => Find(properties, property) ?? match.Groups["absent"].Value,
        });
    }

    private static string? Find(JsonObject properties, string? path)
    {
        JsonNode? node = path is null ? null : properties;
        foreach (var member in path?.Split('.') ?? [])
        {
            node = node is JsonObject members ? members[member] : null;
        }

        return Intrinsics.Text(node);
    }

    [GeneratedRegex(@"\{(?<name>[\w.]+)(\|(?<absent>[^}]*))?\}")]
    private static partial Regex Placeholder();
}
