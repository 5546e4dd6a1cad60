namespace TelemetryAspire.TestKit;

/// <summary>A directory of one test, deleted with all its files when disposed.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates it under the system's directory for temporary files.</summary>
    public TemporaryDirectory() => FullName = Directory.CreateTempSubdirectory("telemetry-aspire-").FullName;

    /// <summary>Its full path.</summary>
    public string FullName { get; }

    /// <summary>A path inside it.</summary>
    public string File(string name) => Path.Combine(FullName, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(FullName))
        {
            Directory.Delete(FullName, recursive: true);
        }
    }
}
