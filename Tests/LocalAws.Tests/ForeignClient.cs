using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TelemetryAspire.LocalAws.Tests;

/// <summary>
/// Runs a client nobody here wrote, against a LocalAws; skips the test with the reason where the client is missing.
/// </summary>
/// <remarks>
/// Old releases, such as Debian's, do not read <c>AWS_ENDPOINT_URL</c>, so each client is told by argument.
/// </remarks>
internal static class ForeignClient
{
    private const string Prelude = """
        import boto3, json, os
        def client(name):
            return boto3.client(name, endpoint_url=os.environ["LOCALAWS_URL"])

        """;

    /// <summary>The first Python may be one without boto3 while the system's has it.</summary>
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>Where the scripts are, in the sources: the packages of npm are installed beside them.</summary>
    public static string Folder { get; } = SourceFolder();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs the AWS CLI.</summary>
    /// <returns>What it wrote to standard output: JSON, for most commands.</returns>
    public static async Task<string> AwsAsync(Uri url, params string[] arguments)
    {
        if (!await RunsAsync("aws", "--version"))
        {
            Assert.Skip("The AWS CLI is not installed.");
        }

        return await RunAsync(url, "aws", ["--endpoint-url", url.ToString(), "--output", "json", .. arguments]);
    }

    /// <summary>Runs a Python program that makes its boto3 clients with <c>client(name)</c>.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static Task<string> Boto3Async(Uri url, string program) =>
        PythonAsync(url, "boto3", "-c", Prelude + program);

    /// <summary>Runs a file of the folder <c>Python</c> in a Python that has a package.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static Task<string> PythonFileAsync(Uri url, string package, string file, params string[] arguments) =>
        PythonAsync(url, package, [Path.Combine(Folder, "Python", file), .. arguments]);

    /// <summary>Runs a module of the folder <c>JavaScript</c>, which has the AWS SDK for JavaScript.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> NodeAsync(Uri url, string module, params string[] arguments)
    {
        var folder = Path.Combine(Folder, "JavaScript");
        if (!await RunsAsync("node", "--version"))
        {
            Assert.Skip("Node.js is not installed.");
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Assert.Skip($"The AWS SDK for JavaScript is not installed; run 'npm ci' in {folder}.");
        }

        return await RunAsync(url, "node", [Path.Combine(folder, module), .. arguments]);
    }

    private static async Task<string> PythonAsync(Uri url, string package, params string[] arguments)
    {
        foreach (var python in Pythons)
        {
            if (await RunsAsync(python, "-c", "import " + package))
            {
                return await RunAsync(url, python, arguments);
            }
        }

        Assert.Skip($"Python with {package} is not installed.");
        return "";
    }

    private static async Task<string> RunAsync(Uri url, string command, string[] arguments)
    {
        using var process = Start(url, command, arguments);
        try
        {
            var error = process.StandardError.ReadToEndAsync(Cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {await error}");
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<bool> RunsAsync(string command, params string[] arguments)
    {
        try
        {
            using var process = Start(new Uri("http://localhost"), command, arguments);
            await process.WaitForExitAsync(Cancellation);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(Uri url, string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LOCALAWS_URL"] = url.ToString();
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(Folder, "Python", "aws.config");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return Process.Start(start)!;
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
