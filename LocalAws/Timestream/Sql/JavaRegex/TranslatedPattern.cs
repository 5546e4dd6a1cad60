namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>A pattern of Java as two of .NET.</summary>
/// <param name="Plain">For texts without line ends and without characters beyond the basic plane: the fast one.</param>
/// <param name="Full">For all texts.</param>
/// <param name="GroupCount">How many capturing groups there are.</param>
/// <param name="Names">Numbers of the groups that have names.</param>
internal sealed record TranslatedPattern(
    string Plain, string Full, int GroupCount, IReadOnlyDictionary<string, int> Names);
