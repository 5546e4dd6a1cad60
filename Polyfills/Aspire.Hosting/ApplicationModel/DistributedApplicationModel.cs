namespace Aspire.Hosting.ApplicationModel;

/// <summary>The finished model, a singleton of the running application.</summary>
public class DistributedApplicationModel(IResourceCollection resources)
{
    /// <summary>A model of the given resources.</summary>
    public DistributedApplicationModel(IEnumerable<IResource> resources)
        : this(new ResourceCollection(resources))
    {
    }

    /// <summary>Every resource, in the order it was added.</summary>
    public IResourceCollection Resources { get; } = resources;
}
