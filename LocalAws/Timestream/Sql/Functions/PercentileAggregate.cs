using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>approx_percentile(x[, weight], percentile or array of them[, accuracy]).</summary>
/// <remarks>
/// Of n values in order, the percentile p is the one at the place floor(p * n), counted from 0, and the last for p = 1: what
/// the service's documented examples show. A weight counts a value so many times.
/// </remarks>
internal static class PercentileAggregate
{
    public static AggregateCall? Bind(FunctionArguments arguments)
    {
        if (arguments.Count is < 2 or > 4 || !arguments.Items[0].Type.IsNumeric)
        {
            return null;
        }

        // approx_percentile(x, 0.5, 0.01) has an accuracy, approx_percentile(x, 2, 0.5) a weight.
        var isWeighted = arguments.Count > 2 && arguments.Items[1].Type.IsWhole;
        var percentile = arguments.Items[isWeighted ? 2 : 1];
        if (arguments.Count > (isWeighted ? 4 : 3)
            || (arguments.Count > (isWeighted ? 3 : 2) && !IsAccuracy(arguments.Items[^1], arguments.Position)))
        {
            return null;
        }

        var value = arguments.Items[0];
        var one = Coercion.To(percentile, SqlType.Double);
        var several = one is null && percentile.Type is ArrayType
            ? Coercion.To(percentile, new ArrayType(SqlType.Double))
            : null;
        if ((one ?? several) is not { } wanted)
        {
            return null;
        }

        SqlType type = one is null ? new ArrayType(value.Type) : value.Type;
        return !isWeighted && ConstantNumbers.Read(wanted.Sql) is { } constants
            ? OfConstants(arguments, value.Sql, constants, type)
            : OfExpressions(value.Sql, isWeighted ? arguments.Items[1].Sql : "1", wanted.Sql, type);
    }

    private static bool IsAccuracy(BoundExpression accuracy, SourcePosition position)
    {
        if (ConstantNumbers.Read(accuracy.Sql) is [<= 0 or >= 1])
        {
            throw SqlError.At(position, "Percentile accuracy must be strictly between 0 and 1");
        }

        return Coercion.To(accuracy, SqlType.Double) is not null;
    }

    /// <summary>
    /// DuckDB selects without sorting. Its place from the start is rounded up; from the end, which a negative number asks
    /// for, it is the place that is wanted.
    /// </summary>
    private static AggregateCall OfConstants(FunctionArguments arguments, string value, decimal[] percentiles, SqlType type)
    {
        if (Array.Exists(percentiles, percentile => percentile > 1))
        {
            throw SqlError.At(arguments.Position, "Percentile must be between 0 and 1");
        }

        // Decimal, so that 1 - 0.7 is 0.3. Zero from the end is no negative number; this is as good as zero.
        var fromEnd = percentiles.Select(percentile => percentile == 1 ? "-0.000000000000000001" : FromEnd(percentile)).ToList();
        var places = type is ArrayType ? $"[{string.Join(", ", fromEnd)}]" : fromEnd[0];
        return new AggregateCall("quantile_disc", $"{value}, {places}", type);
    }

    private static string FromEnd(decimal percentile) =>
        (Math.Round(percentile, 18) - 1).ToString("0.0#################", CultureInfo.InvariantCulture);

    private static AggregateCall OfExpressions(string value, string weight, string percentile, SqlType type)
    {
        var isArray = type is ArrayType;
        return new AggregateCall("list", $"{{'v': {value}, 'w': CAST({weight} AS BIGINT)}}", type)
        {
            Order = $"ORDER BY {value}",
            Filter = $"{value} IS NOT NULL AND {weight} IS NOT NULL",
            Result = calls => SqlLet.In([calls[0], isArray ? percentile : $"[{percentile}]"], v =>
            {
                var places = $"{AggregateUdfs.PercentilePlaces}(list_transform({v[0]}, lambda e: e.w), {v[1]})";
                return isArray
                    ? $"list_transform({places}, lambda i: list_extract({v[0]}, i).v)"
                    : $"list_extract({v[0]}, list_extract({places}, 1)).v";
            }),
        };
    }
}
