using System.Diagnostics.CodeAnalysis;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>Where a value is in a message: a name as it stands (<c>Time</c>), or a path (<c>$.data.time</c>).</summary>
/// <param name="Names">The names from the root to the value, compared in any case.</param>
internal sealed record FieldPath(IReadOnlyList<string> Names)
{
    private const string Root = "$.";

    /// <summary>Reads a path; false when it has an empty name.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldPath? path)
    {
        string[] names = text.StartsWith(Root, StringComparison.Ordinal) ? text[Root.Length..].Split('.') : [text];
        path = names.All(name => name.Length > 0) ? new FieldPath(names) : null;
        return path is not null;
    }

    /// <summary>Whether the property just read stands at this path.</summary>
    /// <param name="parents">Names of the objects around the property.</param>
    /// <param name="name">Name of the property.</param>
    public bool Matches(IReadOnlyList<string> parents, string name) =>
        parents.Count == Names.Count - 1
        && name.Equals(Names[^1], StringComparison.OrdinalIgnoreCase)
        && parents.Zip(Names).All(pair => pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
}
