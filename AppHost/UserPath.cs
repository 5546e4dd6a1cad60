namespace TelemetryAspire.AppHost;

/// <summary>Makes paths given by the user absolute, from where the command was typed.</summary>
/// <remarks><c>dotnet run --project AppHost</c> may move to the project's folder first; a shell's PWD still says where
/// it was typed.</remarks>
internal static class UserPath
{
    /// <summary>The absolute path of a file or folder.</summary>
    public static string ToFull(string path) => Path.GetFullPath(path, TypedIn());

    private static string TypedIn() =>
        Environment.GetEnvironmentVariable("PWD") is { } shellFolder && Path.IsPathFullyQualified(shellFolder)
            ? shellFolder
            : Directory.GetCurrentDirectory();
}
