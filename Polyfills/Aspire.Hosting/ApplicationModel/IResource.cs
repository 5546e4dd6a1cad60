namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Something the application is made of: a project, an executable, a parameter, or a resource of one's own.
/// </summary>
public interface IResource
{
    /// <summary>The unique name, compared without regard to case.</summary>
    string Name { get; }

    /// <summary>Everything that was said about the resource while the model was built.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>Marks a piece of metadata that can be attached to a resource.</summary>
public interface IResourceAnnotation;

/// <summary>A resource whose environment variables can be set.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that takes command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens on network endpoints.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose start can be held back until others are ready.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that neither starts nor stops, such as a parameter.</summary>
public interface IResourceWithoutLifetime : IResource;

/// <summary>A resource that belongs to another and shares its life.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource this one belongs to.</summary>
    IResource Parent { get; }
}
