using System.Diagnostics;
using System.Globalization;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

/// <summary>Real AppHosts, with a service that has a child which ignores SIGTERM.</summary>
public sealed class AppHostDeathTests
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task An_AppHost_killed_with_SIGKILL_leaves_nothing_running_after_5_seconds()
    {
        using var appHost = Start();
        var processes = await ReadProcessesAsync(appHost);

        appHost.Kill();

        await Processes.UntilGoneAsync(processes, Promised);
    }

    [Fact]
    public async Task An_AppHost_asked_to_end_stops_everything_and_ends_with_0()
    {
        using var appHost = Start();
        var processes = await ReadProcessesAsync(appHost);

        using var kill = Process.Start("kill", ["-TERM", appHost.Id.ToString(CultureInfo.InvariantCulture)]);
        await appHost.WaitForExitAsync(Sample.Cancellation).WaitAsync(Sample.Limit, Sample.Cancellation);

        Assert.Equal(0, appHost.ExitCode);
        Assert.DoesNotContain(processes, Processes.Runs);
    }

    private static Process Start()
    {
        var program = Path.ChangeExtension(typeof(Projects.Polyfills_Aspire_SampleAppHost).Assembly.Location, null);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DcpPublisher__RandomizePorts"] = "true";
        return Process.Start(start)!;
    }

    /// <summary>
    /// Reads the console until both services and the child run: <c>[service] ready 4711</c>, <c>[service] child
    /// 4712</c>.
    /// </summary>
    private static async Task<IReadOnlyCollection<int>> ReadProcessesAsync(Process appHost)
    {
        var processes = new Dictionary<string, int>();
        while (processes.Count < 3)
        {
            var line = await appHost.StandardOutput.ReadLineAsync(Sample.Cancellation).AsTask().WaitAsync(
                Sample.Limit, Sample.Cancellation)
                ?? throw new InvalidOperationException("The AppHost ended early.");
            foreach (var beginning in new[] { "[service] ready ", "[service] child ", "[client] ready " })
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                {
                    processes[beginning] = int.Parse(line[beginning.Length..], CultureInfo.InvariantCulture);
                }
            }
        }

        return processes.Values;
    }
}
