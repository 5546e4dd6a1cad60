using System.IO.Enumeration;

namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>A known difference, and who is right.</summary>
/// <param name="Paths">The paths of the values that differ, with <c>*</c> for any text.</param>
/// <param name="Reason">What AWS does and which of the two does something else.</param>
internal sealed record Deviation(string Paths, string Reason)
{
    /// <summary>Several differences for one reason; each must occur.</summary>
    public static IEnumerable<Deviation> Each(string reason, params IEnumerable<string> paths) =>
        paths.Select(path => new Deviation(path, reason));

    public bool Explains(Difference difference) =>
        FileSystemName.MatchesSimpleExpression(Paths, difference.Path, ignoreCase: false);
}
