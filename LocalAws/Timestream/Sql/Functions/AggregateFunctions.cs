using System.Collections.Frozen;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

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
            ? new AggregateCall("count", $"CASE WHEN {a[0]} THEN 1 END", SqlType.Bigint)
            : null,
        ["sum"] = Sum,
        ["avg"] = arguments => OfDouble(arguments, "avg"),
        ["geometric_mean"] = arguments => OfDouble(arguments, "geomean"),
        ["min"] = arguments => ExtremeAggregates.Bind(arguments, "min"),
        ["max"] = arguments => ExtremeAggregates.Bind(arguments, "max"),
        ["min_by"] = arguments => ExtremeAggregates.BindBy(arguments, "arg_min"),
        ["max_by"] = arguments => ExtremeAggregates.BindBy(arguments, "arg_max"),
        ["arbitrary"] = arguments => OfAny(arguments, "any_value"),
        ["any_value"] = arguments => OfAny(arguments, "any_value"),
        ["array_agg"] = arguments => arguments.Count == 1
            ? new AggregateCall("list", arguments.Items[0].Sql, new ArrayType(arguments.Items[0].Type))
            : null,
        ["bool_and"] = arguments => OfBoolean(arguments, "bool_and"),
        ["every"] = arguments => OfBoolean(arguments, "bool_and"),
        ["bool_or"] = arguments => OfBoolean(arguments, "bool_or"),
        ["bitwise_and_agg"] = arguments => OfBits(arguments, "bit_and"),
        ["bitwise_or_agg"] = arguments => OfBits(arguments, "bit_or"),
        ["approx_distinct"] = ApproxDistinct,
        ["approx_percentile"] = PercentileAggregate.Bind,
        ["create_time_series"] = CreateTimeSeries,
        ["stddev"] = arguments => OfDouble(arguments, "stddev_samp"),
        ["stddev_samp"] = arguments => OfDouble(arguments, "stddev_samp"),
        ["stddev_pop"] = arguments => OfDouble(arguments, "stddev_pop"),
        ["variance"] = arguments => OfDouble(arguments, "var_samp"),
        ["var_samp"] = arguments => OfDouble(arguments, "var_samp"),
        ["var_pop"] = arguments => OfDouble(arguments, "var_pop"),
        ["skewness"] = Skewness,
        ["corr"] = Correlation,
        ["covar_pop"] = arguments => OfTwoDoubles(arguments, "covar_pop"),
        ["covar_samp"] = arguments => OfTwoDoubles(arguments, "covar_samp"),
        ["regr_slope"] = arguments => Finite(OfTwoDoubles(arguments, "regr_slope")),
        ["regr_intercept"] = arguments => Finite(OfTwoDoubles(arguments, "regr_intercept")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Rules.Keys;

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
            return new AggregateCall("sum", whole.Sql, SqlType.Bigint) { Result = AsBigint };
        }

        return arguments is { Count: 1, Items: [{ Type: var type } interval] } && type == SqlType.DayInterval
            ? new AggregateCall("sum", interval.Sql, type) { Result = AsBigint }
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

    private static AggregateCall? OfBits(FunctionArguments arguments, string function) =>
        arguments.Match(SqlType.Bigint) is { } a ? new AggregateCall(function, a[0], SqlType.Bigint) : null;

    /// <summary>Exact; a standard error is checked, as far as it is known, and met.</summary>
    private static AggregateCall? ApproxDistinct(FunctionArguments arguments)
    {
        if (arguments.Count is not (1 or 2) || (arguments.Count == 2 && Coercion.To(arguments.Items[1], SqlType.Double) is null))
        {
            return null;
        }

        if (arguments.Count == 2 && ConstantNumbers.Read(arguments.Items[1].Sql) is [< 0.0040625m or > 0.26m] error)
        {
            throw SqlError.At(
                arguments.Position, $"Max standard error must be in [0.0040625, 0.26]: {JavaDoubleText.Format((double)error[0])}");
        }

        return new AggregateCall("count", arguments.Items[0].Sql, SqlType.Bigint) { IsDistinct = true };
    }

    /// <summary>The population's skewness; DuckDB's own function estimates another one from a sample.</summary>
    private static AggregateCall? Skewness(FunctionArguments arguments) => arguments.Match(SqlType.Double) is { } a
        ? new AggregateCall("list", a[0], SqlType.Double)
        {
            Filter = $"{a[0]} IS NOT NULL",
            Result = calls => $"{AggregateUdfs.Skewness}({calls[0]})",
        }
        : null;

    /// <summary>From sums of squares of deviations, as DuckDB's function, but exact where all points lie on a line.</summary>
    private static AggregateCall? Correlation(FunctionArguments arguments)
    {
        var call = OfTwoDoubles(arguments, "regr_sxy");
        return call is null
            ? null
            : Finite(call with
            {
                More = ["regr_sxx", "regr_syy"],
                Result = calls => $"({calls[0]} / sqrt({calls[1]} * {calls[2]}))",
            });
    }

    /// <summary>NULL where the result is no finite number.</summary>
    private static AggregateCall? Finite(AggregateCall? call) => call is null ? null : call with
    {
        Result = calls => SqlLet.In(call.Result(calls), value => $"(CASE WHEN isfinite({value}) THEN {value} END)"),
    };

    private static string AsBigint(string[] calls) => $"CAST({calls[0]} AS BIGINT)";

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
