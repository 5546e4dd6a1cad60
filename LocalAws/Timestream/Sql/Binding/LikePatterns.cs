using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>LIKE with ESCAPE: that stands only before %, _ and itself; DuckDB is not as strict.</summary>
internal static class LikePatterns
{
    private const string BadEscape = "Escape character must be followed by '%', '_' or the escape character itself";

    public static string Sql(string text, BoundExpression pattern, BoundExpression? escape, SourcePosition position)
    {
        if (escape is null)
        {
            return $"({text} LIKE {pattern.Sql})";
        }

        if (escape.LiteralText is not { } escapeText)
        {
            throw SqlError.Unsupported(position, "An ESCAPE that is not a string literal");
        }

        if (escapeText.EnumerateRunes().Count() != 1)
        {
            throw SqlError.At(position, "Escape string must be a single character");
        }

        if (!char.IsAscii(escapeText[0]))
        {
            throw SqlError.Unsupported(position, "An ESCAPE character beyond ASCII");
        }

        var sql = $"({text} LIKE {pattern.Sql} ESCAPE {escape.Sql})";
        if (pattern.LiteralText is { } known)
        {
            return IsWellFormed(known, escapeText[0]) ? sql : throw SqlError.At(position, BadEscape);
        }

        var failure = Failure.Sql(BadEscape, SqlType.Boolean);
        return $"(CASE WHEN NOT regexp_full_match({pattern.Sql}, {Literals.Text(WellFormed(escapeText[0]))}) "
            + $"THEN {failure} ELSE {sql} END)";
    }

    private static bool IsWellFormed(string pattern, char escape)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == escape
                && (++at == pattern.Length || !(pattern[at] is '%' or '_' || pattern[at] == escape)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same as a regular expression of DuckDB's.</summary>
    private static string WellFormed(char escape)
    {
        var character = string.Create(CultureInfo.InvariantCulture, $"\\x{(int)escape:X2}");
        return $"(?s)(?:[^{character}]|{character}[%_{character}])*";
    }
}
