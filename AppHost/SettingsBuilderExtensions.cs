using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.AppHost;

/// <summary>Passes settings of the AppHost on to the resources they concern.</summary>
internal static class SettingsBuilderExtensions
{
    /// <summary>
    /// Passes on what is set in sections of the AppHost's configuration, whether it came from the command line, the
    /// environment or appsettings: <c>--Simulator:Devices=500</c> becomes <c>Simulator__Devices=500</c>.
    /// </summary>
    /// <remarks>Name only sections that the process binds: it refuses keys it does not know.</remarks>
    public static IResourceBuilder<T> WithSettings<T>(this IResourceBuilder<T> builder, params string[] sections)
        where T : IResourceWithEnvironment => builder
        .WithAnnotation(new SettingsAnnotation(sections))
        .WithEnvironment(context =>
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        foreach (var (key, value) in sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            if (value is not null)
            {
                context.Set(key.Replace(":", "__", StringComparison.Ordinal), ToProcess(builder.Resource, key, value));
            }
        }
    });

    /// <summary>Sets a variable under the name it has already, if any: names of settings match in any case.</summary>
    private static void Set(this EnvironmentCallbackContext context, string name, string value)
    {
        var variables = context.EnvironmentVariables;
        variables[variables.Keys.FirstOrDefault(key => Matches(key, name)) ?? name] = value;
    }

    /// <summary>What the process gets: the user's value, with paths made absolute.</summary>
    /// <remarks>
    /// The two settings that name a file of the user's are relative to where the command was typed; the process would
    /// look in its own folder. Checkpoints belong to one process, so one setting for several becomes a file for each:
    /// <c>state/cp.db</c> is <c>state/cp-processor.db</c> to the Processor.
    /// </remarks>
    private static string ToProcess(IResource resource, string key, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        if (Matches(key, "FunctionHost:CheckpointDatabase"))
        {
            var name = $"{Path.GetFileNameWithoutExtension(value)}-{resource.Name}{Path.GetExtension(value)}";
            return UserPath.ToFull(Path.Combine(Path.GetDirectoryName(value) ?? "", name));
        }

        return Matches(key, "Simulator:Replay:File") ? UserPath.ToFull(value) : value;
    }

    private static bool Matches(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
