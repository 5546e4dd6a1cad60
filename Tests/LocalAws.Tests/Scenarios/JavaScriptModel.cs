namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>The operations of a service, as the AWS SDK for JavaScript has them: a file for each command.</summary>
internal static class JavaScriptModel
{
    private const string Suffix = "Command.js";

    /// <param name="service">The service's name in the name of its package, for example <c>kinesis</c>.</param>
    /// <returns>Names such as <c>PutRecord</c>.</returns>
    public static IReadOnlyList<string> Operations(string service)
    {
        var folder = Path.Combine(
            ForeignClient.Folder, "JavaScript", "node_modules", "@aws-sdk", "client-" + service, "dist-es", "commands");
        if (!Directory.Exists(folder))
        {
            Assert.Skip($"There is no {folder}; run 'npm ci' in the folder JavaScript of the tests.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*" + Suffix)
                .Select(file => Path.GetFileName(file)[..^Suffix.Length]),
        ];
    }
}
