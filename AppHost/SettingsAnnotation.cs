namespace TelemetryAspire.AppHost;

/// <summary>Says which sections of settings a resource is given.</summary>
/// <param name="Sections">The sections' names.</param>
internal sealed record SettingsAnnotation(IReadOnlyList<string> Sections) : IResourceAnnotation;
