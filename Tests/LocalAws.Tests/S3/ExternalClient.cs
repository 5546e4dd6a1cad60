using System.Diagnostics;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>
/// Runs a client nobody here wrote, against a LocalAws; skips the test with the reason where it is missing.
/// </summary>
internal static class ExternalClient
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs the AWS CLI.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> AwsAsync(Uri url, params string[] arguments)
    {
        await SkipUnlessItRunsAsync("aws", ["--version"], "the AWS CLI is not installed");
        return await RunAsync(url, "aws", arguments);
    }

    /// <summary>Runs a Python program that may use boto3.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> PythonAsync(Uri url, string program)
    {
        await SkipUnlessItRunsAsync("python3", ["-c", "import boto3"], "Python with boto3 is not installed");
        return await RunAsync(url, "python3", ["-c", program]);
    }

    private static async Task<string> RunAsync(Uri url, string command, string[] arguments)
    {
        using var process = Start(url, command, arguments);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {await error}");
        return output;
    }

    private static async Task SkipUnlessItRunsAsync(string command, string[] arguments, string reason)
    {
        try
        {
            using var process = Start(new Uri("http://localhost"), command, arguments);
            await process.WaitForExitAsync(Cancellation);
            Assert.SkipUnless(process.ExitCode == 0, reason);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip(reason);
        }
    }

    private static Process Start(Uri url, string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ENDPOINT_URL"] = url.ToString();
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "no-aws-configuration");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        return Process.Start(start)!;
    }
}
