using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Interpolation, derivatives, integrals and correlation of time series.</summary>
internal static class TimeSeriesFunctions
{
    private static readonly SqlType DoubleSeries = new TimeSeriesType(SqlType.Double);

    public static void AddTo(FunctionTable table)
    {
        table.Add("interpolate_linear", arguments => Interpolate(arguments, TimeSeriesUdfs.Linear));
        table.Add("interpolate_spline_cubic", arguments => Interpolate(arguments, TimeSeriesUdfs.CubicSpline));
        table.Add("interpolate_locf", CarryForward);
        table.Add("interpolate_fill", Fill);
        table.Add("derivative_linear", arguments => Derivative(arguments, "IS NOT NULL"));
        table.Add("non_negative_derivative_linear", arguments => Derivative(arguments, ">= 0"));
        table.Add("integral_trapezoidal", Integral);
        table.Add("correlate_pearson", arguments => Correlate(arguments, TimeSeriesUdfs.Pearson));
        table.Add("correlate_spearman", arguments => Correlate(arguments, TimeSeriesUdfs.Spearman));
    }

    private static BoundExpression? Interpolate(FunctionArguments arguments, string function) =>
        arguments.Count == 2 && Coercion.To(arguments.Items[0], DoubleSeries) is { } series
            ? At(arguments, series, [], (points, at, _) => $"{function}({Times(points)}, {Values(points)}, {at})")
            : null;

    /// <summary>The last value at or before the time. Values that are no numbers are carried forward as they are.</summary>
    private static BoundExpression? CarryForward(FunctionArguments arguments)
    {
        if (arguments.Count != 2 || (Coercion.To(arguments.Items[0], DoubleSeries) ?? arguments.Items[0]) is not { } series)
        {
            return null;
        }

        return At(arguments, series, [], (points, at, _) =>
            $"list_transform({TimeSeriesUdfs.LastAt}({Times(points)}, {at}), lambda i: {ValueAt(points, "i")})");
    }

    /// <summary>The value of the point with the time, the constant where there is none.</summary>
    private static BoundExpression? Fill(FunctionArguments arguments)
    {
        if (arguments.Count != 3
            || Coercion.To(arguments.Items[0], DoubleSeries) is not { } series
            || Coercion.To(arguments.Items[2], SqlType.Double) is not { } constant)
        {
            return null;
        }

        return At(arguments, series, [constant.Sql], (points, at, extra) =>
            $"list_transform({TimeSeriesUdfs.ExactAt}({Times(points)}, {at}), "
            + $"lambda i: CASE WHEN i = 0 THEN {extra[0]} ELSE {ValueAt(points, "i")} END)");
    }

    /// <summary>
    /// A time series with a point for each time of an array, or the value at one time. Where there is nothing to
    /// interpolate between, a series gets no point, and the value is NULL.
    /// </summary>
    /// <param name="arguments">The call's; the second says the times.</param>
    /// <param name="series">The time series in the type it is interpolated in.</param>
    /// <param name="extra">More SQL that the values need.</param>
    /// <param name="values">From the points, the times and the extras to a list with a value for each time.</param>
    private static BoundExpression? At(
        FunctionArguments arguments, BoundExpression series, string[] extra, Func<string, string, string[], string> values)
    {
        if (series.Type is not TimeSeriesType type)
        {
            return null;
        }

        if (Coercion.To(arguments.Items[1], SqlType.Timestamp) is { } time)
        {
            var one = SqlLet.In(
                [series.Sql, $"[{time.Sql}]", .. extra], v => $"list_extract({values(v[0], v[1], v[2..])}, 1)");
            return arguments.Result(one, type.Value);
        }

        if (Coercion.To(arguments.Items[1], new ArrayType(SqlType.Timestamp)) is not { } times)
        {
            return null;
        }

        var points = SqlLet.In(
            [series.Sql, $"list_sort({times.Sql})", .. extra],
            v => SqlLet.In(
                [v[1], values(v[0], v[1], v[2..])],
                known => Points(known[1], "IS NOT NULL", i => $"list_extract({known[0]}, {i})")));
        return arguments.Result(points, type);
    }

    /// <summary>The change from the point before to each point, per interval; the first point has none.</summary>
    private static BoundExpression? Derivative(FunctionArguments arguments, string condition)
    {
        if (arguments.Match(DoubleSeries, SqlType.DayInterval) is not { } a)
        {
            return null;
        }

        var sql = SqlLet.In(a, v => SqlLet.In(
            [Times(v[0]), $"{TimeSeriesUdfs.Derivative}({Times(v[0])}, {Values(v[0])}, {v[1]})"],
            known => Points(known[1], condition, i => $"list_extract({known[0]}, {i} + 1)")));
        return arguments.Result(sql, DoubleSeries);
    }

    /// <summary>The area under the series, in its values' unit times the interval: a second unless said otherwise.</summary>
    private static BoundExpression? Integral(FunctionArguments arguments)
    {
        var interval = arguments.Count == 1
            ? Literals.Bigint(TimeSql.NanosPerSecond)
            : arguments.Match(arguments.Items[0].Type, SqlType.DayInterval)?[1];
        return interval is not null && Coercion.To(arguments.Items[0], DoubleSeries) is { } series
            ? arguments.Result(
                SqlLet.In(
                    [series.Sql, interval], v => $"{TimeSeriesUdfs.Integral}({Times(v[0])}, {Values(v[0])}, {v[1]})"),
                SqlType.Double)
            : null;
    }

    private static BoundExpression? Correlate(FunctionArguments arguments, string function) =>
        arguments.Match(DoubleSeries, DoubleSeries) is { } a
            ? arguments.Result(
                SqlLet.In(a, v => $"{function}({Times(v[0])}, {Values(v[0])}, {Times(v[1])}, {Values(v[1])})"),
                SqlType.Double)
            : null;

    /// <summary>A time series of the values that meet the condition, with the time that belongs to each place.</summary>
    private static string Points(string values, string condition, Func<string, string> time) =>
        $"list_transform(list_filter(list_transform({values}, lambda v, i: {{'i': i, 'v': v}}), "
        + $"lambda p: p.v {condition}), "
        + $"lambda p: {{'time': {time("p.i")}, 'value': p.v}})";

    private static string Times(string points) => $"list_transform({points}, lambda p: p.time)";

    private static string Values(string points) => $"list_transform({points}, lambda p: p.value)";

    private static string ValueAt(string points, string index) => $"list_extract({points}, {index}).value";
}
