using System.IO.Pipes;
using System.Runtime.Versioning;

namespace Aspire.Hosting.Processes;

/// <summary>
/// A process that leads a session of its own, beside a guard that ends the session when the AppHost is gone.
/// </summary>
/// <remarks>
/// A session of its own keeps the terminal's Ctrl+C away from the process, so that the AppHost decides the order of the
/// stop, and lets one signal reach everything the process started. The guard reads a pipe whose writing end only the
/// AppHost has: when the AppHost dies, even by SIGKILL, the guard reads the end of the file. The process itself waits
/// in a shell until the guard is there, so that at no moment nobody watches.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixChildProcess : IChildProcess
{
    /// <summary>
    /// $1 is the folder, the rest the command. The end of the input instead of a line: the AppHost died.
    /// </summary>
    private const string HeldStart =
        """IFS= read -r go || exit 1; cd -- "$1" || exit 126; shift; exec "$@" </dev/null""";

    /// <summary>$1 is the session. A line: the process has ended. The end of the input: the AppHost died.</summary>
    private const string Guard =
        """
        exec >/dev/null 2>&1
        if IFS= read -r ended; then exit 0; fi
        kill -s TERM -- "-$1"
        for second in 1 2 3; do kill -s 0 -- "-$1" || exit 0; sleep 1; done
        kill -s KILL -- "-$1"
        """;

    /// <summary>
    /// How long output is read on after the end, in case a process of another session still holds the pipe.
    /// </summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(1);

    private readonly AnonymousPipeServerStream _guardInput;
    private readonly int _guardId;

    private UnixChildProcess(int id, int guardId, AnonymousPipeServerStream guardInput, Task[] readers)
    {
        Id = id;
        _guardId = guardId;
        _guardInput = guardInput;
        Exit = Task.Factory.StartNew(
            () => WaitForExit(readers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public int Id { get; }

    public Task<int> Exit { get; }

    public static UnixChildProcess Start(ChildProcessStart start)
    {
        using var go = new AnonymousPipeServerStream(PipeDirection.Out);
        var output = new AnonymousPipeServerStream(PipeDirection.In);
        var errors = new AnonymousPipeServerStream(PipeDirection.In);
        var id = Posix.Spawn(
            ["/bin/sh", "-c", HeldStart, "sh", start.WorkingDirectory, .. Command(start)],
            start.Environment,
            [go.ClientSafePipeHandle, output.ClientSafePipeHandle, errors.ClientSafePipeHandle]);
        go.DisposeLocalCopyOfClientHandle();
        output.DisposeLocalCopyOfClientHandle();
        errors.DisposeLocalCopyOfClientHandle();

        var guardInput = new AnonymousPipeServerStream(PipeDirection.Out);
        var guardId = Posix.Spawn(
            ["/bin/sh", "-c", Guard, "sh", $"{id}"], start.Environment, [guardInput.ClientSafePipeHandle]);
        guardInput.DisposeLocalCopyOfClientHandle();

        Task[] readers = [Read(output, start.OnLine, isError: false), Read(errors, start.OnLine, isError: true)];
        go.Write("go\n"u8);
        return new UnixChildProcess(id, guardId, guardInput, readers);
    }

    public void RequestStop() => Posix.SignalGroup(Id, Posix.Terminate);

    public void Kill() => Posix.SignalGroup(Id, Posix.Kill);

    /// <summary>
    /// A shell drops variables it could not name itself, such as <c>services__my-api__http__0</c>; env sets them after
    /// it.
    /// </summary>
    private static IEnumerable<string> Command(ChildProcessStart start)
    {
        var unnameable = start.Environment.Where(variable => !IsShellName(variable.Key)).ToArray();
        return unnameable.Length == 0
            ? [start.FileName, .. start.Arguments]
            : ["/usr/bin/env", .. unnameable.Select(Assignment), start.FileName, .. start.Arguments];
    }

    private static string Assignment(KeyValuePair<string, string> variable) => $"{variable.Key}={variable.Value}";

    private static bool IsShellName(string name) =>
        !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static Task Read(AnonymousPipeServerStream pipe, Action<string, bool> onLine, bool isError) =>
        Task.Factory.StartNew(
            () =>
            {
                using var reader = new StreamReader(pipe);
                while (reader.ReadLine() is { } line)
                {
                    onLine(line, isError);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private int WaitForExit(Task[] readers)
    {
        var exitCode = Posix.WaitForExit(Id);
        Posix.SignalGroup(Id, Posix.Kill);
        Task.WaitAll(readers, DrainTimeout);
        ReleaseGuard();
        return exitCode;
    }

    private void ReleaseGuard()
    {
        try
        {
            _guardInput.Write("ended\n"u8);
            _guardInput.Dispose();
        }
        catch (IOException)
        {
            // Somebody killed the guard. It has nothing left to guard.
        }

        Posix.WaitForExit(_guardId);
    }
}
