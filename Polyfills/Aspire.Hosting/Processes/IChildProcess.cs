namespace Aspire.Hosting.Processes;

/// <summary>A process of a resource, which never outlives the AppHost, however the AppHost ends.</summary>
internal interface IChildProcess
{
    /// <summary>The id of the process itself.</summary>
    int Id { get; }

    /// <summary>
    /// Completes with the exit code when the process has ended and its output was read; 128 + n when signal n killed
    /// it.
    /// </summary>
    Task<int> Exit { get; }

    /// <summary>Asks the process and those it started to end.</summary>
    void RequestStop();

    /// <summary>Ends the process and those it started at once.</summary>
    void Kill();
}

/// <summary>What to start.</summary>
/// <param name="FileName">The absolute path of the program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">The folder it runs in.</param>
/// <param name="Environment">Its whole environment.</param>
/// <param name="OnLine">Receives each line it prints, and whether it came over standard error.</param>
internal sealed record ChildProcessStart(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    Action<string, bool> OnLine);

/// <summary>Starts processes in the way of the operating system.</summary>
internal static class ChildProcess
{
    /// <exception cref="DistributedApplicationException">The process could not be started.</exception>
    public static IChildProcess Start(ChildProcessStart start) =>
        OperatingSystem.IsWindows() ? WindowsChildProcess.Start(start) : UnixChildProcess.Start(start);
}
