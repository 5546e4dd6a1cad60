using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Makes the console something a newcomer can read: one line per entry, with the time and the level.</summary>
/// <remarks>The defaults are the weakest configuration source, so that any setting of the user's wins.</remarks>
internal static class ConsoleDefaults
{
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "HH:mm:ss.fff ",

        // A line per request and per client, and three per start, would drown the lines that say something.
        ["Logging:LogLevel:AWSSDK"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",

        // Whoever makes a call or owns a check logs its outage once; these two would do so with every attempt and poll.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
        ["Logging:LogLevel:Polly"] = "Critical",
    };

    /// <summary>Adds the console and its default format and levels.</summary>
    internal static void AddReadableConsole(this IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddConsole();
    }
}
