using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>Makes, changes and deletes the resources of one type through the operations of their service.</summary>
/// <remarks>
/// Every call may be the repetition of one that a crash interrupted, so each leads to the same end from wherever the
/// first one stopped. A refusal of the service is thrown as it comes.
/// </remarks>
internal abstract class ResourceType(ResourceSchema schema)
{
    public ResourceSchema Schema => schema;

    /// <summary>Whether a resource of the type is more than an entry in its stack.</summary>
    public virtual bool HasEffect => true;

    /// <summary>The physical id that a new resource will have; a consumer's is final only after creation.</summary>
    public virtual string PlanId(NewResource resource) =>
        schema.NameProperty is { } property && resource.Properties[property] is { } name
            ? name.ToString()
            : PhysicalName.Generate(resource.StackName, resource.LogicalId, MaxNameLength);

    /// <summary>Whether the resource is there.</summary>
    public abstract ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken);

    /// <summary>Makes the resource, or finishes making it.</summary>
    public abstract ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken);

    /// <summary>Makes an existing resource what its properties say, whatever it is now.</summary>
    public abstract ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken);

    /// <summary>Deletes the resource; one that is gone already is no error.</summary>
    public abstract ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken);

    /// <summary>The longest name the service takes.</summary>
    protected virtual int MaxNameLength => 255;
}

/// <summary>A resource that is about to be made.</summary>
internal sealed record NewResource(string StackName, string LogicalId, JsonObject Properties, RequestContext Context);

/// <summary>A resource that is there, or is being made.</summary>
internal sealed record ResourceHandle(string PhysicalId, JsonObject Properties, RequestContext Context)
{
    /// <summary>The text of a property that is required.</summary>
    public string Text(string property) => Properties[property]!.ToString();
}

/// <summary>A resource as its type left it.</summary>
/// <param name="PhysicalId">What Ref gives.</param>
/// <param name="Attributes">What Fn::GetAtt gives.</param>
internal sealed record CreatedResource(string PhysicalId, IReadOnlyDictionary<string, string> Attributes);
