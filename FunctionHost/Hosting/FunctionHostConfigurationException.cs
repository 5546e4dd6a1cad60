namespace TelemetryAspire.FunctionHost;

/// <summary>A function is declared wrongly or a setting cannot work; the message says which and why.</summary>
/// <remarks>Unhandled, it ends the process with exit code 78, or with 1 when a file was in the way, and its message alone on standard error.</remarks>
public sealed class FunctionHostConfigurationException : Exception
{
    /// <summary>Creates the error; the message is shown to the person who configures the application.</summary>
    public FunctionHostConfigurationException(string message) : base(message)
    {
    }

    /// <inheritdoc cref="FunctionHostConfigurationException(string)"/>
    public FunctionHostConfigurationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
