using System.IO.Enumeration;

namespace TelemetryAspire.Telemetry;

/// <summary>A mapped name with <c>*</c> in it, and what the members it matches are.</summary>
internal sealed record MemberPattern(string Name, MemberKind Kind, MeasureType Type, bool IsRequired)
{
    /// <summary>
    /// How many characters it prescribes: of two patterns that match, the one that prescribes more is meant.
    /// </summary>
    internal int LiteralLength => Name.Count(character => character != '*');

    internal bool Matches(string name) =>
        (name.Length == 0 && LiteralLength == 0)
        || FileSystemName.MatchesSimpleExpression(Escaped, name, ignoreCase: true);

    /// <summary>
    /// The matcher takes <c>?</c> for any one character and a backslash for an escape; a name means them as they are.
    /// </summary>
    private string Escaped { get; } = Name
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("?", "\\?", StringComparison.Ordinal);
}
