using System.ComponentModel;
using System.Diagnostics;

namespace TelemetryAspire.LocalAws.Tests;

/// <summary>
/// Runs a client nobody here wrote, against a LocalAws; skips the test with the reason where the client is missing.
/// </summary>
/// <remarks>Old releases, such as Debian's, do not read <c>AWS_ENDPOINT_URL</c>, so each client is told by argument.</remarks>
internal static class ForeignClient
{
    /// <summary>The first Python may be one without boto3 while the system's has it.</summary>
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

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
    public static async Task<string> Boto3Async(Uri url, string program)
    {
        foreach (var python in Pythons)
        {
            if (await RunsAsync(python, "-c", "import boto3"))
            {
                return await RunAsync(url, python, ["-c", Prelude + program]);
            }
        }

        Assert.Skip("Python with boto3 is not installed.");
        return "";
    }

    private const string Prelude = """
        import boto3, json, os
        def client(name):
            return boto3.client(name, endpoint_url=os.environ["LOCALAWS_URL"])

        """;

    private static async Task<string> RunAsync(Uri url, string command, string[] arguments)
    {
        using var process = Start(url, command, arguments);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {await error}");
        return output;
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
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "no-aws-configuration");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        return Process.Start(start)!;
    }
}
