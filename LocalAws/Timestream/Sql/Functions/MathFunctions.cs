using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Mathematical functions. On doubles they never fail: what has no answer is NaN, as in Java.</summary>
internal static class MathFunctions
{
    private const string NaN = "CAST('NaN' AS DOUBLE)";
    private const string Infinity = "CAST('Infinity' AS DOUBLE)";

    private static readonly SqlType[] NumberTypes = [SqlType.Integer, SqlType.Bigint, SqlType.Double];

    public static void AddTo(FunctionTable table)
    {
        foreach (var type in NumberTypes)
        {
            table.Add("abs", type, [type], a => $"abs({a[0]})");
            table.Add("mod", type, [type, type], a => Modulo(a[0], a[1], type));
        }

        AddPowers(table);
        AddAngles(table);
        AddRounding(table);
        AddBases(table);
        AddRandom(table);
        table.Add("nan", SqlType.Double, [], _ => NaN);
        table.Add("infinity", SqlType.Double, [], _ => Infinity);
        table.Add("is_nan", SqlType.Boolean, [SqlType.Double], a => $"isnan({a[0]})");
        table.Add("is_finite", SqlType.Boolean, [SqlType.Double], a => $"isfinite({a[0]})");
        table.Add("is_infinite", SqlType.Boolean, [SqlType.Double], a => $"isinf({a[0]})");
    }

    /// <summary>Division of whole numbers truncates; by zero it is an error, where DuckDB answers NULL.</summary>
    public static string Divide(string left, string right, SqlType type) => type == SqlType.Double
        ? $"({left} / {right})"
        : SqlLet.WhenLong([left, right], v =>
            $"CAST({v[0]} // (CASE WHEN {v[1]} = 0 AND {v[0]} IS NOT NULL THEN {ByZero(type)} ELSE {v[1]} END) "
            + $"AS {StorageTypes.Of(type)})");

    /// <summary>The remainder has the dividend's sign; of whole numbers by zero it is an error.</summary>
    /// <remarks>Of -1 it is that of 1: DuckDB would overflow on the smallest number.</remarks>
    public static string Modulo(string left, string right, SqlType type) => type == SqlType.Double
        ? $"({left} % {right})"
        : SqlLet.WhenLong([left, right], v =>
            $"CAST({v[0]} % (CASE WHEN {v[1]} = 0 AND {v[0]} IS NOT NULL THEN {ByZero(type)} "
            + $"WHEN {v[1]} = -1 THEN 1 ELSE {v[1]} END) AS {StorageTypes.Of(type)})");

    private static string ByZero(SqlType type) => Failure.Sql("Division by zero", type);

    private static void AddPowers(FunctionTable table)
    {
        AddOfDouble(table, "sqrt", x => $"(CASE WHEN {x} < 0 THEN {NaN} ELSE sqrt({x}) END)");
        AddOfDouble(table, "cbrt", x => $"{MathUdfs.Cbrt}({x})");
        AddOfDouble(table, "exp", x => $"exp({x})");
        AddOfDouble(table, "ln", Logarithm);
        AddOfDouble(table, "log2", x => $"({Logarithm(x)} / ln(CAST(2 AS DOUBLE)))");
        AddOfDouble(table, "log10", x => Logarithm(x, "log10"));
        table.Add(
            "log", SqlType.Double, [SqlType.Double, SqlType.Double], a => $"({Logarithm(a[1])} / {Logarithm(a[0])})");
        foreach (var name in (string[])["pow", "power"])
        {
            table.Add(name, SqlType.Double, [SqlType.Double, SqlType.Double], a =>
                $"(CASE WHEN isnan({a[1]}) OR (abs({a[0]}) = 1 AND isinf({a[1]})) THEN {NaN} "
                + $"ELSE pow({a[0]}, {a[1]}) END)");
        }

        table.Add("e", SqlType.Double, [], _ => "exp(CAST(1 AS DOUBLE))");
    }

    private static void AddAngles(FunctionTable table)
    {
        foreach (var name in (string[])["sin", "cos", "tan"])
        {
            AddOfDouble(table, name, x => $"(CASE WHEN isinf({x}) THEN {NaN} ELSE {name}({x}) END)");
        }

        foreach (var name in (string[])["asin", "acos"])
        {
            AddOfDouble(table, name, x =>
                $"(CASE WHEN {x} BETWEEN -1 AND 1 THEN {name}({x}) WHEN {x} IS NOT NULL THEN {NaN} END)");
        }

        foreach (var name in (string[])["atan", "sinh", "cosh", "tanh", "radians", "degrees"])
        {
            AddOfDouble(table, name, x => $"{name}({x})");
        }

        table.Add("atan2", SqlType.Double, [SqlType.Double, SqlType.Double], a => $"atan2({a[0]}, {a[1]})");
        table.Add("pi", SqlType.Double, [], _ => "pi()");
    }

    private static void AddRounding(FunctionTable table)
    {
        foreach (var whole in (SqlType[])[SqlType.Integer, SqlType.Bigint])
        {
            foreach (var name in (string[])["ceil", "ceiling", "floor", "round"])
            {
                table.Add(name, whole, [whole], a => a[0]);
            }

            var storage = StorageTypes.Of(whole);
            table.Add("round", whole, [whole, SqlType.Bigint], a => RoundWhole(a, whole));
            table.Add("sign", whole, [whole], a => $"CAST(sign({a[0]}) AS {storage})");
        }

        AddOfDouble(table, "ceil", x => $"ceil({x})");
        AddOfDouble(table, "ceiling", x => $"ceil({x})");
        AddOfDouble(table, "floor", x => $"floor({x})");
        AddOfDouble(table, "truncate", x => $"trunc({x})");
        AddOfDouble(table, "round", x => $"round({x})");
        table.Add("round", SqlType.Double, [SqlType.Double, SqlType.Integer], a =>
            $"(CASE WHEN isfinite({a[0]}) THEN round({a[0]}, {a[1]}) ELSE {a[0]} END)");
        AddOfDouble(table, "sign", x =>
            $"(CASE WHEN {x} = 0 OR isnan({x}) THEN {x} ELSE CAST(sign({x}) AS DOUBLE) END)");
    }

    private static string RoundWhole(string[] a, SqlType type)
    {
        var failure = Failure.Sql(type, $"'{type} rounding overflow: '", a[0]);
        var rounded = $"TRY_CAST({MathUdfs.RoundWhole}({a[0]}, {a[1]}) AS {StorageTypes.Of(type)})";
        return Guard.Around($"COALESCE({rounded}, {failure})", a);
    }

    private static void AddBases(FunctionTable table)
    {
        SqlType whole = SqlType.Bigint;
        table.Add("to_base", SqlType.Varchar, [whole, whole], a => Guard.Around(
            $"{MathUdfs.ToBase}({a[0]}, {a[1]})", a, BadRadix(a[1], SqlType.Varchar)));
        table.Add("from_base", whole, [SqlType.Varchar, whole], a =>
        {
            var failure = Failure.Sql(whole, "'Not a valid base-'", a[1], "' number: '", a[0]);
            return Guard.Around($"COALESCE({MathUdfs.FromBase}({a[0]}, {a[1]}), {failure})", a, BadRadix(a[1], whole));
        });
    }

    private static Guard BadRadix(string radix, SqlType type) =>
        Guard.When($"{radix} NOT BETWEEN 2 AND 36", "Radix must be between 2 and 36", type);

    private static void AddRandom(FunctionTable table)
    {
        foreach (var name in (string[])["random", "rand"])
        {
            table.Add(name, SqlType.Double, [], _ => "random()");
            foreach (var type in NumberTypes)
            {
                var drawn = type == SqlType.Double
                    ? "random() * {0}"
                    : $"CAST(floor(random() * {{0}}) AS {StorageTypes.Of(type)})";
                table.Add(name, type, [type], a => Guard.Around(
                    drawn.Replace("{0}", a[0], StringComparison.Ordinal),
                    a,
                    Guard.When($"{a[0]} <= 0", "bound must be positive", type)));
            }
        }
    }

    private static void AddOfDouble(FunctionTable table, string name, Func<string, string> sql) =>
        table.Add(name, SqlType.Double, [SqlType.Double], a => sql(a[0]));

    private static string Logarithm(string x) => Logarithm(x, "ln");

    private static string Logarithm(string x, string function) =>
        $"(CASE WHEN {x} < 0 THEN {NaN} WHEN {x} = 0 THEN -{Infinity} ELSE {function}({x}) END)";
}
