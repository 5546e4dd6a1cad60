using System.Collections.Frozen;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>An aggregate in DuckDB's SQL: <c>function(arguments)</c>, and what stands around it.</summary>
/// <param name="Function">DuckDB's function.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Type">The result's type in the dialect.</param>
internal sealed record AggregateCall(string Function, string Arguments, SqlType Type)
{
    /// <summary>An order inside the call: <c>ORDER BY x</c>.</summary>
    public string? Order { get; init; }

    /// <summary>Rows that count; joined to a FILTER of the query's.</summary>
    public string? Filter { get; init; }

    /// <summary>A cast or the like around the call; {0} is the call.</summary>
    public string Wrapper { get; init; } = "{0}";
}

/// <summary>Aggregate functions.</summary>
/// <remarks>
/// Approximate ones are exact here: an exact answer is within every bound of error, and the same at every run.
/// </remarks>
internal static class AggregateFunctions
{
    private delegate AggregateCall? Rule(FunctionArguments arguments);

    private static readonly FrozenDictionary<string, Rule> Rules = new Dictionary<string, Rule>
    {
        ["count"] = arguments => arguments.Count == 1
            ? new AggregateCall("count", arguments.Items[0].Sql, SqlType.Bigint)
            : null,
        ["count_if"] = arguments => arguments.Match(SqlType.Boolean) is { } a
            ? new AggregateCall("count_if", a[0], SqlType.Bigint) { Wrapper = "CAST({0} AS BIGINT)" }
            : null,
        ["sum"] = Sum,
        ["avg"] = arguments => OfDouble(arguments, "avg"),
        ["geometric_mean"] = arguments => OfDouble(arguments, "geomean"),
        ["min"] = arguments => Extreme(arguments, "min"),
        ["max"] = arguments => Extreme(arguments, "max"),
        ["min_by"] = arguments => ExtremeBy(arguments, "arg_min_null"),
        ["max_by"] = arguments => ExtremeBy(arguments, "arg_max_null"),
        ["arbitrary"] = arguments => OfAny(arguments, "any_value"),
        ["any_value"] = arguments => OfAny(arguments, "any_value"),
        ["array_agg"] = arguments => arguments.Count == 1
            ? new AggregateCall("list", arguments.Items[0].Sql, new ArrayType(arguments.Items[0].Type))
            : null,
        ["bool_and"] = arguments => OfBoolean(arguments, "bool_and"),
        ["every"] = arguments => OfBoolean(arguments, "bool_and"),
        ["bool_or"] = arguments => OfBoolean(arguments, "bool_or"),
        ["approx_distinct"] = arguments => arguments.Count is 1 or 2
            ? new AggregateCall("count", $"DISTINCT {arguments.Items[0].Sql}", SqlType.Bigint)
            : null,
        ["approx_percentile"] = ApproxPercentile,
        ["create_time_series"] = CreateTimeSeries,
        ["stddev"] = arguments => OfDouble(arguments, "stddev_samp"),
        ["stddev_samp"] = arguments => OfDouble(arguments, "stddev_samp"),
        ["stddev_pop"] = arguments => OfDouble(arguments, "stddev_pop"),
        ["variance"] = arguments => OfDouble(arguments, "var_samp"),
        ["var_samp"] = arguments => OfDouble(arguments, "var_samp"),
        ["var_pop"] = arguments => OfDouble(arguments, "var_pop"),
        ["skewness"] = arguments => OfDouble(arguments, "skewness"),
        ["corr"] = arguments => OfTwoDoubles(arguments, "corr"),
        ["covar_pop"] = arguments => OfTwoDoubles(arguments, "covar_pop"),
        ["covar_samp"] = arguments => OfTwoDoubles(arguments, "covar_samp"),
        ["regr_slope"] = arguments => OfTwoDoubles(arguments, "regr_slope"),
        ["regr_intercept"] = arguments => OfTwoDoubles(arguments, "regr_intercept"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsAggregate(string name) => Rules.ContainsKey(name);

    /// <summary>Binds the call; the name must be an aggregate's.</summary>
    public static AggregateCall Bind(FunctionCall call, FunctionArguments arguments)
    {
        if (call.IsStar)
        {
            return call.Name == "count"
                ? new AggregateCall("count", "*", SqlType.Bigint)
                : throw SqlError.At(call.Position, $"Unexpected parameters (*) for function {call.Name}");
        }

        return Rules[call.Name](arguments) ?? throw FunctionTable.Unexpected(call.Name, arguments);
    }

    private static AggregateCall? Sum(FunctionArguments arguments)
    {
        if (arguments is { Count: 1, Items: [{ Type.IsWhole: true } whole] })
        {
            return new AggregateCall("sum", whole.Sql, SqlType.Bigint) { Wrapper = "CAST({0} AS BIGINT)" };
        }

        return arguments is { Count: 1, Items: [{ Type: var type } interval] } && type == SqlType.DayInterval
            ? new AggregateCall("sum", interval.Sql, type) { Wrapper = "CAST({0} AS BIGINT)" }
            : OfDouble(arguments, "sum");
    }

    private static AggregateCall? OfDouble(FunctionArguments arguments, string function) =>
        arguments.Match(SqlType.Double) is { } a ? new AggregateCall(function, a[0], SqlType.Double) : null;

    private static AggregateCall? OfTwoDoubles(FunctionArguments arguments, string function) =>
        arguments.Match(SqlType.Double, SqlType.Double) is { } a
            ? new AggregateCall(function, $"{a[0]}, {a[1]}", SqlType.Double)
            : null;

    private static AggregateCall? OfBoolean(FunctionArguments arguments, string function) =>
        arguments.Match(SqlType.Boolean) is { } a ? new AggregateCall(function, a[0], SqlType.Boolean) : null;

    private static AggregateCall? OfAny(FunctionArguments arguments, string function) =>
        arguments.Count == 1 ? new AggregateCall(function, arguments.Items[0].Sql, arguments.Items[0].Type) : null;

    private static AggregateCall? Extreme(FunctionArguments arguments, string function)
    {
        if (arguments.Count == 2)
        {
            throw SqlError.Unsupported(arguments.Position, $"{function} with a number of values");
        }

        return arguments is { Count: 1, Items: [{ Type.IsOrderable: true } value] }
            ? new AggregateCall(function, value.Sql, value.Type)
            : null;
    }

    private static AggregateCall? ExtremeBy(FunctionArguments arguments, string function)
    {
        if (arguments.Count == 3)
        {
            throw SqlError.Unsupported(arguments.Position, "max_by or min_by with a number of values");
        }

        return arguments is { Count: 2, Items: [var value, { Type.IsOrderable: true } by] }
            ? new AggregateCall(function, $"{value.Sql}, {by.Sql}", value.Type)
            : null;
    }

    /// <summary>approx_percentile(x, p) and (x, array of p); an accuracy after them is accepted.</summary>
    private static AggregateCall? ApproxPercentile(FunctionArguments arguments)
    {
        if (arguments.Count is not (2 or 3) || !arguments.Items[0].Type.IsNumeric)
        {
            return null;
        }

        if (arguments.Count == 3 && arguments.Items[1].Type.IsWhole)
        {
            throw SqlError.Unsupported(arguments.Position, "approx_percentile with weights");
        }

        var (value, percentile) = (arguments.Items[0], arguments.Items[1]);
        if (Coercion.To(percentile, SqlType.Double) is { } one)
        {
            // A negative fraction would count from the other end; 2 is refused, as any fraction above 1 is.
            return new AggregateCall(
                "quantile_disc", $"{value.Sql}, CASE WHEN {one.Sql} >= 0 THEN {one.Sql} ELSE 2 END", value.Type);
        }

        return percentile.Type is ArrayType && Coercion.To(percentile, new ArrayType(SqlType.Double)) is { } several
            ? new AggregateCall("quantile_disc", $"{value.Sql}, {several.Sql}", new ArrayType(value.Type))
            : null;
    }

    /// <summary>Points in the order of time; a point without time or value is left out.</summary>
    private static AggregateCall? CreateTimeSeries(FunctionArguments arguments)
    {
        if (arguments.Count != 2 || Coercion.To(arguments.Items[0], SqlType.Timestamp) is not { } time)
        {
            return null;
        }

        var value = arguments.Items[1];
        return new AggregateCall("list", $"{{'time': {time.Sql}, 'value': {value.Sql}}}", new TimeSeriesType(value.Type))
        {
            Order = $"ORDER BY {time.Sql}",
            Filter = $"{time.Sql} IS NOT NULL AND {value.Sql} IS NOT NULL",
        };
    }
}
