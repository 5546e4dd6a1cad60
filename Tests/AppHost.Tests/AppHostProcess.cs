using System.Diagnostics;

namespace TelemetryAspire.AppHost.Tests;

/// <summary>The product's AppHost as a user runs it: a process of its own.</summary>
internal static class AppHostProcess
{
    /// <summary>Starts it on a folder of the test's.</summary>
    public static Process Start(string dataDirectory, params string[] args)
    {
        var program = Path.ChangeExtension(typeof(AppHost.SettingsBuilderExtensions).Assembly.Location, null);
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? program + ".exe" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["--LocalAws:Port=0", $"--LocalAws:DataDirectory={dataDirectory}", .. args])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs one that is expected to end by itself.</summary>
    /// <returns>Its exit code, and what it wrote to standard error.</returns>
    public static async Task<(int ExitCode, string StandardError)> RunToEndAsync(
        string dataDirectory, params string[] args)
    {
        using var appHost = Start(dataDirectory, args);
        try
        {
            var output = appHost.StandardOutput.ReadToEndAsync(Sample.Cancellation);
            var error = await appHost.StandardError.ReadToEndAsync(Sample.Cancellation)
                .WaitAsync(Sample.Limit, Sample.Cancellation);
            await output;
            await appHost.WaitForExitAsync(Sample.Cancellation);
            return (appHost.ExitCode, error);
        }
        finally
        {
            appHost.Kill(entireProcessTree: true);
        }
    }
}
