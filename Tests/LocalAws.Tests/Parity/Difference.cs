namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>A value that two endpoints answer differently; null where one has nothing there.</summary>
internal sealed record Difference(string Path, string? Ours, string? Theirs)
{
    public override string ToString() => $"{Path}: ours is {Ours ?? "nothing"}, theirs {Theirs ?? "nothing"}";
}
