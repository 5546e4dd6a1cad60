namespace Aspire.Hosting.ApplicationModel;

/// <summary>A new snapshot of a resource.</summary>
/// <param name="resource">The resource.</param>
/// <param name="resourceId">The id of the instance.</param>
/// <param name="snapshot">What is now known about it.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The id of the instance.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>What is now known about it.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
