using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.Benchmarks.Servers;
using TelemetryAspire.LocalAws;

namespace TelemetryAspire.Benchmarks.Soak;

/// <summary>LocalAws on a <see cref="FastClock"/>, in a process of its own, so that its memory can be told apart.</summary>
internal static class FastServer
{
    /// <summary>The argument that makes this program be that process.</summary>
    public const string Command = "serve-on-fast-clock";

    public static Task<ServerProcess> StartAsync(string dataDirectory, int speed)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                // With the settings of the runtime that LocalAws has.
                "exec",
                "--runtimeconfig",
                Path.ChangeExtension(typeof(LocalAwsApplication).Assembly.Location, ".runtimeconfig.json"),
                typeof(FastServer).Assembly.Location,
                Command,
                speed.ToString(CultureInfo.InvariantCulture),
                "--LocalAws:Port=0",
                $"--LocalAws:DataDirectory={dataDirectory}",
                "--LocalAws:EnforceLimits=false",
            ]);
        return ServerProcess.StartAsync("LocalAws", start, LocalAwsServer.FindUrl);
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var clock = new FastClock(int.Parse(args[1], CultureInfo.InvariantCulture));
        await using var application = LocalAwsApplication.Build(
            args[2..], builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await application.StartAsync();
        await Console.Out.WriteLineAsync($"LocalAws listens on {application.Urls.First()};");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        return 0;
    }
}
