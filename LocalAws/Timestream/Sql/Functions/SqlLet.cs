using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Names values inside an expression: it can use them several times, and DuckDB computes them once.</summary>
internal static partial class SqlLet
{
    private const int LongLength = 2000;

    /// <summary>The body, with a name for each value.</summary>
    /// <remarks>
    /// The values stand outside the lambda, so a let among them does not hide this one's names; equal calls have equal SQL,
    /// as GROUP BY needs it. Columns and literals need no name, and without a lambda DuckDB is faster.
    /// </remarks>
    public static string In(IReadOnlyList<string> values, Func<string[], string> body)
    {
        string[] names = [.. values.Select((value, index) => IsSimple(value) ? value : $"let_.v{index}")];
        var fields = names
            .Select((name, index) => (name, index))
            .Where(item => !ReferenceEquals(item.name, values[item.index]))
            .Select(item => $"'v{item.index}': {values[item.index]}")
            .ToList();
        return fields.Count == 0
            ? body(names)
            : $"list_extract(list_transform([{{{string.Join(", ", fields)}}}], lambda let_: {body(names)}), 1)";
    }

    /// <summary>
    /// The body with the values themselves, unless they are long: functions that repeat their arguments, one around
    /// another, would double the query's length each time.
    /// </summary>
    public static string WhenLong(string[] values, Func<string[], string> body) =>
        values.Sum(value => value.Length) > LongLength ? In(values, body) : body(values);

    /// <summary>The body, with a name for one value.</summary>
    public static string In(string value, Func<string, string> body) => In([value], names => body(names[0]));

    /// <summary>A name of a let around this one would be hidden by this one's, so it is not simple.</summary>
    private static bool IsSimple(string value) =>
        !value.Contains("let_", StringComparison.Ordinal) && Simple.IsMatch(value);

    /// <summary>Names, literals, casts of them, and arrays of those.</summary>
    [GeneratedRegex(@"^(?:[\w.\[\], -]|CAST\([\w.+-]+ AS \w+\)|'[^']*')*$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple { get; }
}
