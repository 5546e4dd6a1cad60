namespace TelemetryAspire.AppHost.Tests;

/// <summary>A folder of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("telemetry-aspire-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
