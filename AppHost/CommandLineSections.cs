using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;

namespace TelemetryAspire.AppHost;

/// <summary>Refuses settings on the command line that nobody would read.</summary>
internal static class CommandLineSections
{
    /// <summary>Sections that Aspire, its integrations and .NET's hosting read.</summary>
    private static readonly string[] Foreign =
    [
        "AppHost", "Aspire", "ASPNETCORE", "AWS", "Azure", "Cloud", "ConnectionStrings", "Container", "Dashboard",
        "Dcp", "DcpPublisher", "Deployment", "Docker", "DOTNET", "HostBuilder", "Interaction", "Kestrel", "Kubernetes",
        "Logging", "Metrics", "OTEL", "Parameters", "Pipeline", "Publishing", "ResourceNotifications", "services",
    ];

    /// <summary>Call it once every resource was added.</summary>
    /// <exception cref="DistributedApplicationException">A setting's section is unknown.</exception>
    public static void RefuseUnknownSections(this IDistributedApplicationBuilder builder)
    {
        var ours = builder.Resources.SelectMany(resource => resource.Annotations.OfType<SettingsAnnotation>())
            .SelectMany(annotation => annotation.Sections)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var section in GivenSections(builder.Configuration))
        {
            if (!ours.Concat(Foreign).Contains(section, StringComparer.OrdinalIgnoreCase))
            {
                throw new DistributedApplicationException(
                    $"nothing reads settings of section {section}; the sections are {string.Join(", ", ours)}.");
            }
        }
    }

    /// <summary>
    /// The <c>Simulator</c> of <c>--Simulator:Devices=500</c>; a key without a section has other readers.
    /// </summary>
    private static IEnumerable<string> GivenSections(IConfigurationRoot configuration) =>
        from provider in configuration.Providers.OfType<CommandLineConfigurationProvider>()
        from name in provider.GetChildKeys([], parentPath: null)
        where provider.GetChildKeys([], parentPath: name).Any()
        select name;
}
