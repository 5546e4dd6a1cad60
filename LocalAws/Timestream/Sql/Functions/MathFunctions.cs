using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Mathematical functions.</summary>
internal static class MathFunctions
{
    private static readonly string[] OfDouble =
    [
        "sqrt", "cbrt", "exp", "ln", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
        "radians", "degrees",
    ];

    public static void AddTo(FunctionTable table)
    {
        foreach (var name in OfDouble)
        {
            table.Add(name, SqlType.Double, [SqlType.Double], a => $"{name}({a[0]})");
        }

        foreach (var type in (SqlType[])[SqlType.Integer, SqlType.Bigint, SqlType.Double])
        {
            var storage = StorageTypes.Of(type);
            table.Add("abs", type, [type], a => $"abs({a[0]})");
            table.Add("sign", type, [type], a => $"CAST(sign({a[0]}) AS {storage})");
            table.Add("mod", type, [type, type], a => Modulo(a[0], a[1], type));
        }

        AddRounding(table);
        foreach (var name in (string[])["pow", "power"])
        {
            table.Add(name, SqlType.Double, [SqlType.Double, SqlType.Double], a => $"pow({a[0]}, {a[1]})");
        }

        table.Add("atan2", SqlType.Double, [SqlType.Double, SqlType.Double], a => $"atan2({a[0]}, {a[1]})");
        table.Add("log", SqlType.Double, [SqlType.Double, SqlType.Double], a => $"(ln({a[1]}) / ln({a[0]}))");
        table.Add("pi", SqlType.Double, [], _ => "pi()");
        table.Add("e", SqlType.Double, [], _ => "exp(CAST(1 AS DOUBLE))");
        table.Add("nan", SqlType.Double, [], _ => "CAST('NaN' AS DOUBLE)");
        table.Add("infinity", SqlType.Double, [], _ => "CAST('Infinity' AS DOUBLE)");
        table.Add("is_nan", SqlType.Boolean, [SqlType.Double], a => $"isnan({a[0]})");
        table.Add("is_finite", SqlType.Boolean, [SqlType.Double], a => $"isfinite({a[0]})");
        table.Add("is_infinite", SqlType.Boolean, [SqlType.Double], a => $"isinf({a[0]})");
        foreach (var name in (string[])["random", "rand"])
        {
            table.Add(name, SqlType.Double, [], _ => "random()");
        }
    }

    /// <summary>Division of whole numbers truncates, and division by zero is an error; DuckDB would answer NULL.</summary>
    public static string Divide(string left, string right, SqlType type) => type == SqlType.Double
        ? $"({left} / {right})"
        : $"CAST({left} // (CASE WHEN {right} = 0 THEN error('Division by zero') ELSE {right} END) AS {StorageTypes.Of(type)})";

    /// <summary>The remainder has the dividend's sign; of whole numbers by zero it is an error.</summary>
    public static string Modulo(string left, string right, SqlType type) => type == SqlType.Double
        ? $"({left} % {right})"
        : $"CAST({left} % (CASE WHEN {right} = 0 THEN error('Division by zero') ELSE {right} END) AS {StorageTypes.Of(type)})";

    private static void AddRounding(FunctionTable table)
    {
        foreach (var whole in (SqlType[])[SqlType.Integer, SqlType.Bigint])
        {
            foreach (var name in (string[])["ceil", "ceiling", "floor", "round", "truncate"])
            {
                table.Add(name, whole, [whole], a => a[0]);
            }

            var storage = StorageTypes.Of(whole);
            table.Add("round", whole, [whole, SqlType.Integer], a => $"CAST(round({a[0]}, {a[1]}) AS {storage})");
        }

        table.Add("ceil", SqlType.Double, [SqlType.Double], a => $"ceil({a[0]})");
        table.Add("ceiling", SqlType.Double, [SqlType.Double], a => $"ceil({a[0]})");
        table.Add("floor", SqlType.Double, [SqlType.Double], a => $"floor({a[0]})");
        table.Add("truncate", SqlType.Double, [SqlType.Double], a => $"trunc({a[0]})");
        table.Add("round", SqlType.Double, [SqlType.Double], a => $"round({a[0]})");
        table.Add("round", SqlType.Double, [SqlType.Double, SqlType.Integer], a => $"round({a[0]}, {a[1]})");
    }
}
