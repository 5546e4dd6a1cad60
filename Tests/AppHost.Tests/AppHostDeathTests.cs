using System.Diagnostics;
using System.Globalization;

namespace TelemetryAspire.AppHost.Tests;

/// <summary>The product's AppHost and everything it started, as processes.</summary>
public sealed class AppHostDeathTests : IDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_AppHost_killed_with_SIGKILL_leaves_nothing_running_after_5_seconds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are found in /proc.");
        using var appHost = AppHostProcess.Start(_data.Path);
        try
        {
            await UntilTelemetryFlowsAsync(appHost);
            var started = DescendantsOf(appHost.Id);
            Assert.Equal(
                ["DataLakeForwarder", "LocalAws", "Processor", "Simulator"],
                started.Select(ServiceOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));

            appHost.Kill();

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Sample.Cancellation);
            limit.CancelAfter(Promised);
            while (started.Any(Runs))
            {
                await Task.Delay(PollInterval, TimeProvider.System, limit.Token);
            }
        }
        finally
        {
            appHost.Kill(entireProcessTree: true);
        }
    }

    private static async Task UntilTelemetryFlowsAsync(Process appHost)
    {
        // Nobody reads it, but a full pipe would hold up the AppHost.
        appHost.BeginErrorReadLine();
        string? line;
        do
        {
            line = await appHost.StandardOutput.ReadLineAsync(Sample.Cancellation).AsTask()
                .WaitAsync(Sample.Limit, Sample.Cancellation)
                ?? throw new InvalidOperationException("The AppHost ended early.");
        }
        while (!line.Contains("Telemetry flows:", StringComparison.Ordinal));
    }

    private static List<int> DescendantsOf(int ancestor)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(id => (Id: id, Status: StatusOf(id)))
            .Where(process => process.Status is not null)
            .ToLookup(process => int.Parse(process.Status![1], CultureInfo.InvariantCulture), process => process.Id);
        var found = new List<int>();
        var open = new Queue<int>([ancestor]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in parents[parent])
            {
                found.Add(child);
                open.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>The <c>Processor</c> of <c>.../TelemetryAspire.Processor</c>; none for helpers.</summary>
    private static string? ServiceOf(int processId)
    {
        var program = Path.GetFileName(File.ReadAllText($"/proc/{processId}/cmdline").Split('\0')[0]);
        return program.StartsWith("TelemetryAspire.", StringComparison.Ordinal)
            ? Path.GetExtension(program)[1..]
            : null;
    }

    /// <summary>A dead process that nobody has collected does not run.</summary>
    private static bool Runs(int processId) => StatusOf(processId) is { } status && status[0] is not ("Z" or "X");

    /// <returns>
    /// The state, the parent and so on of <c>4711 (name with blanks) S 1 ...</c>; null when it is gone.
    /// </returns>
    private static string[]? StatusOf(int processId)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{processId}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
