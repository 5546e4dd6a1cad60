using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Orchestration;

/// <summary>Reads a project's launch settings and picks a profile.</summary>
internal static class LaunchSettingsFile
{
    public static LaunchSettings? Read(IProjectMetadata project)
    {
        if (project.LaunchSettings is { } given)
        {
            return given;
        }

        var folder = Path.GetDirectoryName(project.ProjectPath)
            ?? throw new DistributedApplicationException($"Project path '{project.ProjectPath}' has no folder.");
        var path = Path.Combine(folder, "Properties", "launchSettings.json");
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), LaunchSettingsJsonContext.Default.LaunchSettings);
        }
        catch (JsonException malformed)
        {
            throw new DistributedApplicationException(
                $"The launch settings file '{path}' could not be read: {malformed.Message}", malformed);
        }
    }

    /// <summary>
    /// The configured default when the project has it, else the first profile that starts the program itself.
    /// </summary>
    public static string? DefaultProfile(LaunchSettings settings, string? configured) =>
        configured is not null && settings.Profiles.ContainsKey(configured)
            ? configured
            : settings.Profiles.FirstOrDefault(profile => profile.Value.CommandName is "Project" or "Executable").Key;
}

/// <summary>Launch settings are written by people and tools: comments and trailing commas occur.</summary>
[JsonSourceGenerationOptions(ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(LaunchSettings))]
internal sealed partial class LaunchSettingsJsonContext : JsonSerializerContext;
