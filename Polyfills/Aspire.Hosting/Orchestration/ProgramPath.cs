namespace Aspire.Hosting.Orchestration;

/// <summary>Finds a command as a shell would.</summary>
internal static class ProgramPath
{
    /// <exception cref="DistributedApplicationException">There is no such program.</exception>
    public static string Find(string command, string workingDirectory)
    {
        if (command.Contains('/') || command.Contains(Path.DirectorySeparatorChar))
        {
            var path = Path.GetFullPath(command, workingDirectory);
            return Candidates(path).FirstOrDefault(File.Exists)
                ?? throw new DistributedApplicationException($"The program '{path}' was not found.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Candidates(Path.Combine(folder, command))).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException($"The program '{command}' was not found on the PATH.");
    }

    private static IEnumerable<string> Candidates(string path) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(path) ? [path + ".exe", path + ".cmd", path] : [path];
}
