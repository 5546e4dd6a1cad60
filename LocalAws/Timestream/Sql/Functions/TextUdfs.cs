using System.Text;
using DuckDB.NET.Data;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>String functions that DuckDB lacks, or where it counts bytes or glyphs instead of code points.</summary>
internal static class TextUdfs
{
    public const string Reverse = "text_reverse";
    public const string Levenshtein = "text_levenshtein";
    public const string Hamming = "text_hamming";

    /// <summary>text_position(text, part, n): where the nth part begins, or the -nth from the end; else 0.</summary>
    public const string Position = "text_position";

    /// <summary>text_split(text, delimiter, limit): the last item holds the rest.</summary>
    public const string Split = "text_split";

    /// <summary>text_interleave(text, part): the part before each character and at the end.</summary>
    public const string Interleave = "text_interleave";

    public static void Register(DuckDBConnection connection)
    {
        Udf.Register<string, string>(connection, Reverse, ReverseCodePoints);
        Udf.Register<string, string, long>(connection, Levenshtein, LevenshteinDistance);
        Udf.Register<string, string, long>(connection, Hamming, HammingDistance);
        Udf.Register<string, string, long, long>(connection, Position, FindPosition);
        Udf.Register<string, string, long, List<string>>(connection, Split, SplitLimited);
        Udf.Register<string, string, string>(connection, Interleave, InterleaveParts);
    }

    private static string ReverseCodePoints(string text)
    {
        var reversed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Reverse())
        {
            reversed.Append(rune.ToString());
        }

        return reversed.ToString();
    }

    /// <summary>The fewest insertions, deletions and substitutions that make one text the other.</summary>
    private static long LevenshteinDistance(string left, string right)
    {
        Rune[] from = [.. left.EnumerateRunes()];
        Rune[] to = [.. right.EnumerateRunes()];
        var distances = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var diagonal = distances[0];
            distances[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var substituted = diagonal + (from[row - 1] == to[column - 1] ? 0 : 1);
                diagonal = distances[column];
                distances[column] = Math.Min(substituted, Math.Min(diagonal, distances[column - 1]) + 1);
            }
        }

        return distances[^1];
    }

    private static long HammingDistance(string left, string right) =>
        left.EnumerateRunes().Zip(right.EnumerateRunes()).Count(pair => pair.First != pair.Second);

    /// <summary>Matches may overlap: the search goes on one character after the last match.</summary>
    private static long FindPosition(string text, string part, long instance)
    {
        if (part.Length == 0)
        {
            return 1;
        }

        var index = instance > 0 ? -1 : text.Length;
        for (var found = 0L; found < Math.Abs(instance); found++)
        {
            index = instance > 0
                ? text.IndexOf(part, index + 1, StringComparison.Ordinal)
                : LastIndexBefore(text, part, index);
            if (index < 0)
            {
                return 0;
            }
        }

        return CodePointsBefore(text, index) + 1;
    }

    private static int LastIndexBefore(string text, string part, int index) => index <= 0
        ? -1
        : text.LastIndexOf(part, Math.Min(index + part.Length - 2, text.Length - 1), StringComparison.Ordinal);

    private static long CodePointsBefore(string text, int index)
    {
        var count = 0L;
        foreach (var unit in text.AsSpan(0, index))
        {
            count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }

    private static List<string> SplitLimited(string text, string delimiter, long limit) =>
        [.. text.Split(delimiter, (int)Math.Min(limit, int.MaxValue))];

    private static string InterleaveParts(string text, string part)
    {
        var result = new StringBuilder(part);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString()).Append(part);
        }

        return result.ToString();
    }
}
