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
        where T : IResourceWithEnvironment => builder.WithEnvironment(context =>
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        foreach (var (key, value) in sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            if (value is not null)
            {
                context.EnvironmentVariables[key.Replace(":", "__", StringComparison.Ordinal)] =
                    IsFile(key) ? UserPath.ToFile(value) : value;
            }
        }
    });

    /// <summary>
    /// The one setting that names a file of the user's; the process would look for it in its own folder.
    /// </summary>
    private static bool IsFile(string key) => key.Equals("Simulator:Replay:File", StringComparison.OrdinalIgnoreCase);
}
