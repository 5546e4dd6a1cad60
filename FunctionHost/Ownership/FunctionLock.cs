namespace TelemetryAspire.FunctionHost.Ownership;

/// <summary>Lets one process at a time run a function on a checkpoint database.</summary>
/// <remarks>
/// Two workers that do not share a membership would each read every shard. The operating system releases the lock when
/// the process ends, however it ends.
/// </remarks>
internal sealed class FunctionLock : IDisposable
{
    private readonly FileStream _file;

    private FunctionLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="FunctionHostConfigurationException">Another process holds it.</exception>
    public static FunctionLock Take(string databasePath, string function)
    {
        var path = $"{databasePath}.{function}.lock";
        try
        {
            return new FunctionLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeldElsewhere(exception))
        {
            throw new FunctionHostConfigurationException(
                $"Another worker already runs {function} on the checkpoint database '{databasePath}'. More than one "
                + "worker needs shared membership; stop the other one, or give this one its own "
                + "FunctionHost:CheckpointDatabase.",
                exception);
        }
    }

    public void Dispose() => _file.Dispose();

    // A sharing violation: ERROR_SHARING_VIOLATION (32) on Windows, EWOULDBLOCK (11 on Linux, 35 on macOS) elsewhere.
    private static bool IsHeldElsewhere(IOException exception) =>
        exception.GetType() == typeof(IOException) && (exception.HResult & 0xFFFF) is 32 or 11 or 35;
}
