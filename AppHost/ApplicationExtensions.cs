namespace TelemetryAspire.AppHost;

/// <summary>Runs the application as a command-line program does.</summary>
internal static class ApplicationExtensions
{
    /// <summary>Runs until Ctrl+C or SIGTERM.</summary>
    /// <returns>The exit code: 0 after an orderly stop, 1 when the application could not start.</returns>
    public static async Task<int> RunToExitCodeAsync(this DistributedApplication application)
    {
        try
        {
            await application.RunAsync();
            return 0;
        }
        catch (DistributedApplicationException exception)
        {
            await Console.Error.WriteLineAsync($"The AppHost cannot start: {exception.Message}");
            return 1;
        }
    }
}
