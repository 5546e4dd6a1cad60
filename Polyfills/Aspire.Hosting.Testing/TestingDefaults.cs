using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// How an AppHost runs in tests: without a dashboard, on random ports, its resources' logs in the test's.
/// </summary>
internal static class TestingDefaults
{
    public static void Apply(
        Type? entryPoint, DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        options.AllowUnsecuredTransport = true;
        settings.Configuration ??= new ConfigurationManager();
        settings.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DcpPublisher:RandomizePorts"] = "true",
            ["ASPNETCORE_URLS"] = "http://localhost:8080",
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
        });
        if (entryPoint?.Assembly is { } appHost)
        {
            options.AssemblyName = appHost.GetName().Name;
            ApplyLaunchProfile(appHost, settings);
        }
    }

    /// <summary>
    /// Does what <c>dotnet run</c> would: gives the AppHost the environment of its first launch profile.
    /// </summary>
    private static void ApplyLaunchProfile(Assembly appHost, HostApplicationBuilderSettings settings)
    {
        var folder = appHost.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "apphostprojectpath")?.Value;
        var path = Path.Combine(folder ?? ".", "Properties", "launchSettings.json");
        if (folder is null || !File.Exists(path))
        {
            return;
        }

        var options =
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var file = JsonDocument.Parse(File.ReadAllText(path), options);
        if (!file.RootElement.TryGetProperty("profiles", out var profiles)
            || profiles.EnumerateObject().FirstOrDefault().Value is not { ValueKind: JsonValueKind.Object } profile
            || !profile.TryGetProperty("environmentVariables", out var variables))
        {
            return;
        }

        var values = variables.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString());
        settings.Configuration!.AddInMemoryCollection(values);
        settings.EnvironmentName ??= values.GetValueOrDefault("DOTNET_ENVIRONMENT");
    }
}
