using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>String functions; positions count from 1, lengths in characters, which are Unicode code points.</summary>
internal static class TextFunctions
{
    /// <summary>Characters lpad and rpad may make. Presto allows 2^31-1; the answers are held in memory.</summary>
    private const int MaxPaddedLength = 1024 * 1024;

    /// <summary>What one distance may cost. Source: Presto.</summary>
    private const int MaxLevenshteinCells = 1_000_000;

    /// <summary>What Java calls white space: not the no-break spaces.</summary>
    private const string WhiteSpace =
        "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200A"
        + "\u2028\u2029\u205F\u3000";

    private static readonly SqlType Text = SqlType.Varchar;
    private static readonly SqlType Whole = SqlType.Bigint;

    public static void AddTo(FunctionTable table)
    {
        table.Add("lower", Text, [Text], a => $"lower({a[0]})");
        table.Add("upper", Text, [Text], a => $"upper({a[0]})");
        foreach (var name in (string[])["trim", "ltrim", "rtrim"])
        {
            table.Add(name, Text, [Text], a => $"{name}({a[0]}, {Literals.Text(WhiteSpace)})");
        }

        table.Add("reverse", Text, [Text], a => $"{TextUdfs.Reverse}({a[0]})");
        table.Add("length", Whole, [Text], a => $"length({a[0]})");
        table.Add("chr", Text, [Whole], Character);
        table.Add("codepoint", SqlType.Integer, [Text], a => Guard.Around(
            $"unicode({a[0]})",
            a,
            Guard.When($"length({a[0]}) <> 1", "Input string must be a single character string", SqlType.Integer)));
        table.Add("concat", Concat);
        table.Add("replace", Text, [Text, Text], a => $"replace({a[0]}, {a[1]}, '')");
        table.Add("replace", Replace);
        foreach (var name in (string[])["lpad", "rpad"])
        {
            table.Add(name, Text, [Text, Whole, Text], a => Pad(name, a));
        }

        AddParts(table);
        AddPositions(table);
        AddDistances(table);
    }

    private static void AddParts(FunctionTable table)
    {
        foreach (var name in (string[])["substr", "substring"])
        {
            table.Add(name, Text, [Text, Whole], a => Substring(a, $"substring({a[0]}, {a[1]})"));
            table.Add(name, Text, [Text, Whole, Whole], a => Substring(
                a, $"substring({a[0]}, {a[1]}, least(greatest({a[2]}, 0), {int.MaxValue}))"));
        }

        var array = new ArrayType(Text);
        table.Add("split", array, [Text, Text], a => Guard.Around(
            $"string_split({a[0]}, {a[1]})", a, NoDelimiter(a[1], array)));
        table.Add("split", array, [Text, Text, Whole], a => Guard.Around(
            $"{TextUdfs.Split}({a[0]}, {a[1]}, {a[2]})",
            a,
            Guard.When($"{a[2]} <= 0", "Limit must be positive", array),
            NoDelimiter(a[1], array)));
        // NULL beyond the last part; DuckDB's own function would answer the empty string.
        table.Add("split_part", Text, [Text, Text, Whole], a => Guard.Around(
            $"list_extract(string_split({a[0]}, {a[1]}), {a[2]})",
            a,
            Guard.When($"{a[2]} < 1", "Index must be greater than zero", Text)));
        table.Add("starts_with", SqlType.Boolean, [Text, Text], a => $"starts_with({a[0]}, {a[1]})");
    }

    private static void AddPositions(FunctionTable table)
    {
        table.Add("strpos", Whole, [Text, Text], a => $"strpos({a[0]}, {a[1]})");
        table.Add("strpos", Whole, [Text, Text, Whole], a => NthPosition(a, a[2]));
        table.Add("strrpos", Whole, [Text, Text], a => $"{TextUdfs.Position}({a[0]}, {a[1]}, {Literals.Bigint(-1)})");
        table.Add("strrpos", Whole, [Text, Text, Whole], a => NthPosition(a, $"-{a[2]}"));
    }

    private static void AddDistances(FunctionTable table)
    {
        table.Add("levenshtein_distance", Whole, [Text, Text], a => Guard.Around(
            $"{TextUdfs.Levenshtein}({a[0]}, {a[1]})",
            a,
            Guard.When(
                $"length({a[0]}) * (length({a[1]}) - 1) > {MaxLevenshteinCells.ToString(CultureInfo.InvariantCulture)}",
                "The combined inputs for Levenshtein distance are too large",
                Whole)));
        table.Add("hamming_distance", Whole, [Text, Text], a => Guard.Around(
            $"{TextUdfs.Hamming}({a[0]}, {a[1]})",
            a,
            Guard.When(
                $"length({a[0]}) <> length({a[1]})",
                "The input strings to hamming_distance function must have the same length",
                Whole)));
    }

    private static Guard NoDelimiter(string delimiter, SqlType type) =>
        Guard.When($"{delimiter} = ''", "The delimiter may not be the empty string", type);

    private static string Character(string[] a) => Guard.Around(
        $"chr(CAST({a[0]} AS INTEGER))",
        a,
        new Guard(
            $"{a[0]} NOT BETWEEN 0 AND 1114111 OR {a[0]} BETWEEN 55296 AND 57343",
            Failure.Sql(Text, "'Not a valid Unicode code point: '", a[0])));

    private static BoundExpression? Concat(FunctionArguments arguments)
    {
        if (arguments.Count < 2)
        {
            throw SqlError.At(arguments.Position, "There must be two or more concatenation arguments");
        }

        var types = new SqlType[arguments.Count];
        Array.Fill(types, arguments.Items[0].Type is ArrayType ? arguments.Items[0].Type : Text);
        // The operator, unlike DuckDB's function, is NULL when a part is, as in the dialect.
        return arguments.Match(types) is { } parts
            ? arguments.Result($"({string.Join(" || ", parts)})", types[0])
            : null;
    }

    /// <summary>The empty text is found before each character and at the end; DuckDB would find it nowhere.</summary>
    private static BoundExpression? Replace(FunctionArguments arguments)
    {
        if (arguments.Match(Text, Text, Text) is not { } a)
        {
            return null;
        }

        var sql = $"replace({a[0]}, {a[1]}, {a[2]})";
        return arguments.Result(
            arguments.Items[1].LiteralText is { Length: > 0 }
                ? sql
                : $"(CASE WHEN {a[1]} = '' THEN {TextUdfs.Interleave}({a[0]}, {a[2]}) ELSE {sql} END)",
            Text);
    }

    private static string Pad(string function, string[] a) => Guard.Around(
        $"{function}({a[0]}, CAST({a[1]} AS INTEGER), {a[2]})",
        a,
        Guard.When(
            $"{a[1]} NOT BETWEEN 0 AND {MaxPaddedLength}",
            $"Target length must be in the range [0..{MaxPaddedLength}]",
            Text),
        Guard.When($"{a[2]} = ''", "Padding string must not be empty", Text));

    /// <summary>Empty for a start of zero or beyond the text; a negative start counts from the end.</summary>
    private static string Substring(string[] a, string call) =>
        $"(CASE WHEN {Guard.AnyNull(a)} THEN NULL "
        + $"WHEN {a[1]} = 0 OR {a[1]} NOT BETWEEN -length({a[0]}) AND length({a[0]}) THEN '' ELSE {call} END)";

    private static string NthPosition(string[] a, string instance) => Guard.Around(
        $"{TextUdfs.Position}({a[0]}, {a[1]}, {instance})",
        a,
        Guard.When($"{a[2]} <= 0", "'instance' must be a positive number.", Whole));
}
