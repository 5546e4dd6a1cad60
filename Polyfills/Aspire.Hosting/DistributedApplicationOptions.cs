using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How a builder is made.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The AppHost's command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The name of the AppHost's assembly; the entry assembly when null.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>The folder of the AppHost's project; read from its assembly when null.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>Whether no dashboard is started. Waiting resources then fail when what they wait for does.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Whether the resources' logs go to the AppHost's loggers.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>Whether http URLs are accepted where https is the rule.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    internal Assembly? FindAssembly() =>
        AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();
}
