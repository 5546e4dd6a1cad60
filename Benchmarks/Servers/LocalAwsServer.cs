using System.Diagnostics;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws;

namespace TelemetryAspire.Benchmarks.Servers;

/// <summary>Starts LocalAws as its users do: the built executable, on a free port.</summary>
internal static partial class LocalAwsServer
{
    public static Task<ServerProcess> StartAsync(string dataDirectory, params string[] settings)
    {
        // The assembly, and what it needs to run, is copied beside this program, which refers to it.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(LocalAwsApplication).Assembly.Location,
                "--LocalAws:Port=0",
                $"--LocalAws:DataDirectory={dataDirectory}",
                "--LocalAws:EnforceLimits=false",
                .. settings,
            ]);
        return ServerProcess.StartAsync("LocalAws", start, FindUrl);
    }

    /// <summary>The URL in the line that says where LocalAws listens.</summary>
    public static Uri? FindUrl(string line) =>
        ListeningLine().Match(line) is { Success: true } match ? new Uri(match.Groups[1].Value) : null;

    [GeneratedRegex("LocalAws listens on (http://[^;, ]+)")]
    private static partial Regex ListeningLine();
}
