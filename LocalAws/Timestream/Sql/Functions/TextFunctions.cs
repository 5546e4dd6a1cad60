using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>String functions; positions count from 1, lengths in characters.</summary>
internal static class TextFunctions
{
    public static void AddTo(FunctionTable table)
    {
        SqlType text = SqlType.Varchar;
        SqlType whole = SqlType.Bigint;
        foreach (var name in (string[])["lower", "upper", "trim", "ltrim", "rtrim", "reverse"])
        {
            table.Add(name, text, [text], a => $"{name}({a[0]})");
        }

        table.Add("length", whole, [text], a => $"length({a[0]})");
        table.Add("concat", Concat);
        foreach (var name in (string[])["substr", "substring"])
        {
            table.Add(name, text, [text, whole], a => Substring(a[0], a[1], null));
            table.Add(name, text, [text, whole, whole], a => Substring(a[0], a[1], a[2]));
        }

        table.Add("replace", text, [text, text], a => $"replace({a[0]}, {a[1]}, '')");
        table.Add("replace", text, [text, text, text], a => $"replace({a[0]}, {a[1]}, {a[2]})");
        table.Add("strpos", whole, [text, text], a => $"strpos({a[0]}, {a[1]})");
        table.Add("starts_with", SqlType.Boolean, [text, text], a => $"starts_with({a[0]}, {a[1]})");
        table.Add("split", new ArrayType(text), [text, text], a => $"string_split({a[0]}, {a[1]})");
        table.Add("split_part", text, [text, text, whole], SplitPart);
        table.Add("lpad", text, [text, whole, text], a => $"lpad({a[0]}, CAST({a[1]} AS INTEGER), {a[2]})");
        table.Add("rpad", text, [text, whole, text], a => $"rpad({a[0]}, CAST({a[1]} AS INTEGER), {a[2]})");
        table.Add("chr", text, [whole], a => $"chr(CAST({a[0]} AS INTEGER))");
        table.Add("codepoint", SqlType.Integer, [text], a => $"unicode({a[0]})");
        table.Add("levenshtein_distance", whole, [text, text], a => $"levenshtein({a[0]}, {a[1]})");
        table.Add("hamming_distance", whole, [text, text], a => $"hamming({a[0]}, {a[1]})");
    }

    private static Binding.BoundExpression? Concat(FunctionArguments arguments)
    {
        if (arguments.Count < 2)
        {
            return null;
        }

        var types = new SqlType[arguments.Count];
        Array.Fill(types, arguments.Items[0].Type is ArrayType ? arguments.Items[0].Type : SqlType.Varchar);
        // The operator, unlike DuckDB's function, is NULL when a part is, as in the dialect.
        return arguments.Match(types) is { } parts
            ? arguments.Result($"({string.Join(" || ", parts)})", types[0])
            : null;
    }

    /// <summary>A start of zero, or one beyond the text, gives the empty string; a negative start counts from the end.</summary>
    private static string Substring(string text, string start, string? length)
    {
        var call = length is null ? $"substring({text}, {start})" : $"substring({text}, {start}, greatest({length}, 0))";
        return $"(CASE WHEN {start} = 0 OR abs({start}) > length({text}) THEN '' ELSE {call} END)";
    }

    /// <summary>NULL beyond the last part; DuckDB would answer the empty string.</summary>
    private static string SplitPart(string[] a) =>
        $"(CASE WHEN {a[2]} < 1 THEN error('Index must be greater than zero') "
        + $"ELSE list_extract(string_split({a[0]}, {a[1]}), {a[2]}) END)";
}
