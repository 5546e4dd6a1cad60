using System.Reflection;

namespace Aspire.Hosting.Orchestration;

/// <summary>What the build wrote into the AppHost's assembly about its project and the projects it refers to.</summary>
internal static class AppHostMetadata
{
    /// <summary>Followed by the path of a referenced project; the value is the path of its built assembly.</summary>
    private const string TargetPathPrefix = "apphostreferencedtargetpath:";

    public static string? ProjectDirectory(Assembly? appHost) => Find(appHost, "apphostprojectpath");

    public static string? ProjectName(Assembly? appHost) => Find(appHost, "apphostprojectname");

    public static string? TargetPath(Assembly? appHost, string projectPath) =>
        Find(appHost, TargetPathPrefix + projectPath);

    private static string? Find(Assembly? appHost, string key) =>
        appHost?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => string.Equals(metadata.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
