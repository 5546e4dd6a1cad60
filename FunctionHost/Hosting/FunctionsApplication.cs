namespace TelemetryAspire.FunctionHost;

/// <summary>The entry point of an application made of functions.</summary>
public static class FunctionsApplication
{
    /// <summary>
    /// Starts a builder with configuration from appsettings.json (beside the program), the environment and
    /// <paramref name="args"/>, in rising precedence.
    /// </summary>
    /// <remarks>
    /// From here on a configuration error that nothing catches ends the process with exit code 78 and one message on
    /// standard error, without a stack trace.
    /// </remarks>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        StartupErrors.ReportOnUnhandledException();
        return new FunctionsApplicationBuilder(args);
    }
}
