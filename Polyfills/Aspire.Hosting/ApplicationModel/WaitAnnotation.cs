namespace Aspire.Hosting.ApplicationModel;

/// <summary>Holds a resource back until another has reached a state.</summary>
/// <param name="resource">The resource waited for.</param>
/// <param name="waitType">What is waited for.</param>
/// <param name="exitCode">The exit code expected when completion is waited for.</param>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The resource waited for.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What is waited for.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>The exit code expected when completion is waited for.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What happens when the resource fails instead; the application's default when null.</summary>
    public WaitBehavior? WaitBehavior { get; init; }
}

/// <summary>What is waited for.</summary>
public enum WaitType
{
    /// <summary>Running, healthy, and its ready handlers finished.</summary>
    WaitUntilHealthy,

    /// <summary>Ended with the expected exit code.</summary>
    WaitForCompletion,

    /// <summary>Running.</summary>
    WaitUntilStarted,
}

/// <summary>What a waiting resource does when what it waits for becomes unavailable.</summary>
public enum WaitBehavior
{
    /// <summary>It goes on waiting; somebody may start the other again.</summary>
    WaitOnResourceUnavailable,

    /// <summary>It fails to start.</summary>
    StopOnResourceUnavailable,
}
