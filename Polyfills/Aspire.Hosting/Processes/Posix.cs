using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Aspire.Hosting.Processes;

/// <summary>
/// The few calls of POSIX that .NET has no API for: start a process in its own session, signal it, wait for it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Posix
{
    public const int Terminate = 15;
    public const int Kill = 9;

    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const int ErrorInterrupted = 4;

    /// <summary>
    /// More than posix_spawnattr_t, posix_spawn_file_actions_t or sigset_t takes in any C library we know (glibc: 336).
    /// </summary>
    private const int OpaqueSizeBytes = 1024;

    private static short NewSession => OperatingSystem.IsMacOS() ? (short)0x0400 : (short)0x80;

    /// <summary>Starts a process in a session of its own.</summary>
    /// <param name="command">Path and arguments; the first is the program.</param>
    /// <param name="environment">Its whole environment.</param>
    /// <param name="standardHandles">Its standard input, output and error, as far as given.</param>
    /// <returns>The process id, which is also the id of its session and its group.</returns>
    /// <exception cref="DistributedApplicationException">The system refused.</exception>
    public static int Spawn(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<SafeHandle> standardHandles)
    {
        using var arguments = new NativeStrings(command);
        using var variables = new NativeStrings([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]);
        var attributes = NewAttributes();
        var actions = NewFileActions(standardHandles);
        try
        {
            var error = posix_spawn(out var id, command[0], actions, attributes, arguments.Pointer, variables.Pointer);
            return error == 0
                ? id
                : throw new DistributedApplicationException(
                    $"'{command[0]}' could not be started: {new Win32Exception(error).Message}");
        }
        finally
        {
            _ = posix_spawn_file_actions_destroy(actions);
            _ = posix_spawnattr_destroy(attributes);
            Marshal.FreeHGlobal(actions);
            Marshal.FreeHGlobal(attributes);
        }
    }

    /// <summary>Sends a signal to a group; nothing happens when the group has ended.</summary>
    public static void SignalGroup(int groupId, int signal) => _ = kill(-groupId, signal);

    /// <summary>Waits on the calling thread until a child has ended.</summary>
    /// <returns>Its exit code, or 128 + n when signal n killed it.</returns>
    public static int WaitForExit(int processId)
    {
        int status;
        while (waitpid(processId, out status, 0) < 0)
        {
            if (Marshal.GetLastPInvokeError() != ErrorInterrupted)
            {
                throw new Win32Exception();
            }
        }

        var signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }

    private static nint NewAttributes()
    {
        var attributes = Marshal.AllocHGlobal(OpaqueSizeBytes);
        var signals = Marshal.AllocHGlobal(OpaqueSizeBytes);
        Check(posix_spawnattr_init(attributes));
        Check(posix_spawnattr_setflags(attributes, (short)(NewSession | SetSignalDefaults | SetSignalMask)));

        // The runtime ignores SIGPIPE and may mask others; a program must start with neither.
        _ = sigfillset(signals);
        Check(posix_spawnattr_setsigdefault(attributes, signals));
        _ = sigemptyset(signals);
        Check(posix_spawnattr_setsigmask(attributes, signals));
        Marshal.FreeHGlobal(signals);
        return attributes;
    }

    private static nint NewFileActions(IReadOnlyList<SafeHandle> standardHandles)
    {
        var actions = Marshal.AllocHGlobal(OpaqueSizeBytes);
        Check(posix_spawn_file_actions_init(actions));
        for (var descriptor = 0; descriptor < standardHandles.Count; descriptor++)
        {
            var handle = (int)standardHandles[descriptor].DangerousGetHandle();
            Check(posix_spawn_file_actions_adddup2(actions, handle, descriptor));
        }

        return actions;
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn(
        out int pid, string path, nint fileActions, nint attributes, nint argv, nint envp);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_init(nint attributes);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_destroy(nint attributes);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setflags(nint attributes, short flags);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setsigdefault(nint attributes, nint signals);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setsigmask(nint attributes, nint signals);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(nint actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_destroy(nint actions);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_adddup2(nint actions, int from, int to);

    [LibraryImport("libc")]
    private static partial int sigemptyset(nint signals);

    [LibraryImport("libc")]
    private static partial int sigfillset(nint signals);

    [LibraryImport("libc")]
    private static partial int kill(int processId, int signal);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int processId, out int status, int options);
}
