using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names a registered health check that decides about the resource.</summary>
/// <param name="key">The name it was registered under.</param>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name the check was registered under.</summary>
    public string Key { get; } = key;
}

/// <summary>How many instances of the resource run.</summary>
/// <param name="replicas">The number of instances.</param>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>The number of instances.</summary>
    public int Replicas { get; } = replicas;
}

/// <summary>The resource starts only when its start command is given.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;

/// <summary>The launch profile chosen for a project.</summary>
/// <param name="launchProfileName">Its name in launchSettings.json.</param>
public sealed class LaunchProfileAnnotation(string launchProfileName) : IResourceAnnotation
{
    /// <summary>Its name in launchSettings.json.</summary>
    public string LaunchProfileName { get; } = launchProfileName;
}

/// <summary>The project runs without any launch profile.</summary>
public sealed class ExcludeLaunchProfileAnnotation : IResourceAnnotation;

/// <summary>What an executable resource runs, and where.</summary>
public sealed class ExecutableAnnotation : IResourceAnnotation
{
    /// <summary>A path, or a name found on the PATH.</summary>
    public required string Command { get; set; }

    /// <summary>The absolute path of the folder it runs in.</summary>
    public required string WorkingDirectory { get; set; }
}

/// <summary>Relates two resources, for whoever displays the model.</summary>
/// <param name="resource">The other resource.</param>
/// <param name="type">"Parent", "Reference", "WaitFor", or a word of one's own.</param>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>"Parent", "Reference", "WaitFor", or a word of one's own.</summary>
    public string Type { get; } = type;
}

/// <summary>The snapshot a resource shows before anything was published about it.</summary>
/// <param name="initialSnapshot">The snapshot.</param>
public class ResourceSnapshotAnnotation(CustomResourceSnapshot initialSnapshot) : IResourceAnnotation
{
    /// <summary>The snapshot.</summary>
    public CustomResourceSnapshot InitialSnapshot { get; } = initialSnapshot;
}

/// <summary>Which endpoints of another resource are referred to.</summary>
/// <param name="resource">The other resource.</param>
public sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResourceWithEndpoints Resource { get; } = resource;

    /// <summary>Whether all its endpoints are referred to.</summary>
    public bool UseAllEndpoints { get; set; }

    /// <summary>The names of the endpoints referred to.</summary>
    public ISet<string> EndpointNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Limits what references put into the environment.</summary>
/// <param name="flags">What may be injected.</param>
public sealed class ReferenceEnvironmentInjectionAnnotation(
    ReferenceEnvironmentInjectionFlags flags) : IResourceAnnotation
{
    /// <summary>What may be injected.</summary>
    public ReferenceEnvironmentInjectionFlags Flags { get; } = flags;
}

/// <summary>The kinds of variables a reference puts into the environment.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
public enum ReferenceEnvironmentInjectionFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>ConnectionStrings__name</c>.</summary>
    ConnectionString = 1,

    /// <summary><c>NAME_PROPERTY</c> for each property of the connection.</summary>
    ConnectionProperties = 1 << 1,

    /// <summary><c>services__name__scheme__0</c>.</summary>
    ServiceDiscovery = 1 << 2,

    /// <summary><c>NAME_ENDPOINT</c>.</summary>
    Endpoints = 1 << 3,

    /// <summary>All of them.</summary>
    All = ConnectionString | ConnectionProperties | ServiceDiscovery | Endpoints,
}
