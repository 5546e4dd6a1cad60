namespace TelemetryAspire.FunctionHost;

/// <summary>Something that can be wrong with the settings and is checked before the application starts.</summary>
internal interface IStartupCheck
{
    /// <summary>Throws <see cref="FunctionHostConfigurationException"/> when a setting cannot work.</summary>
    void Check();
}
