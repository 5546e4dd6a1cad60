using System.Diagnostics;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

/// <summary>Looks at processes from outside.</summary>
internal static class Processes
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>kill -9.</summary>
    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    /// <summary>Waits until none of the processes runs; a dead one that nobody has collected does not run.</summary>
    public static async Task UntilGoneAsync(IReadOnlyCollection<int> processIds, TimeSpan limit)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Sample.Cancellation);
        timeout.CancelAfter(limit);
        while (processIds.Any(Runs))
        {
            await Task.Delay(PollInterval, TimeProvider.System, timeout.Token);
        }
    }

    public static bool Runs(int processId)
    {
        var status = $"/proc/{processId}/stat";
        try
        {
            // 4711 (name with blanks) S 1 ...: the state follows the last parenthesis.
            return OperatingSystem.IsLinux()
                ? File.Exists(status) && File.ReadAllText(status) is var line
                    && line[line.LastIndexOf(')') + 2] is not ('Z' or 'X')
                : !Process.GetProcessById(processId).HasExited;
        }
        catch (Exception gone) when (gone is IOException or ArgumentException)
        {
            return false;
        }
    }
}
