using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

/// <summary>Finds the program a project was built to.</summary>
/// <remarks><c>dotnet run</c> would find it too, and cost a second and 100 MB for each project.</remarks>
internal static class ProjectProgram
{
    /// <returns>The program's path, and the arguments that come before the project's own.</returns>
    /// <exception cref="DistributedApplicationException">The project is not there, or is not built.</exception>
    public static async Task<(string FileName, string[] Arguments)> FindAsync(
        Assembly? appHost, string projectPath, CancellationToken cancellationToken)
    {
        if (!File.Exists(projectPath))
        {
            throw new DistributedApplicationException($"Project file '{projectPath}' was not found.");
        }

        var assembly = AppHostMetadata.TargetPath(appHost, projectPath)
            ?? await EvaluateTargetPathAsync(projectPath, Configuration(appHost), cancellationToken);
        if (!File.Exists(assembly))
        {
            throw new DistributedApplicationException(
                $"Project '{projectPath}' is not built: '{assembly}' is missing. Run 'dotnet build' first.");
        }

        var native = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(native) ? (native, []) : (DotnetPath(), [assembly]);
    }

    /// <summary>The dotnet program this process runs on.</summary>
    public static string DotnetPath() =>
        Path.Combine(DotnetRoot(), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>
    /// The folder of the installation: three levels above <c>shared/Microsoft.NETCore.App/10.0.0/</c>.
    /// </summary>
    public static string DotnetRoot() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Configuration(Assembly? appHost) =>
        appHost?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration is { Length: > 0 } configuration
            ? configuration
            : "Debug";

    /// <summary>Asks the project itself, for one that the AppHost names by path and does not refer to.</summary>
    private static async Task<string> EvaluateTargetPathAsync(
        string projectPath, string configuration, CancellationToken cancellationToken)
    {
        var command = new ProcessStartInfo(
            DotnetPath(),
            ["msbuild", projectPath, "-nologo", "-getProperty:TargetPath", $"-property:Configuration={configuration}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(command)
            ?? throw new DistributedApplicationException($"'{command.FileName}' could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new DistributedApplicationException(
                $"Project '{projectPath}' could not be evaluated: {(await output).Trim()} {(await errors).Trim()}");
    }
}
