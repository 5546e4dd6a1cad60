using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>sequence(start, stop[, step]): numbers, dates or times; the stop is the last when a step reaches it.</summary>
internal static class SequenceFunctions
{
    private const string WrongDirection = "sequence stop value should be greater than or equal to start value if step is "
        + "greater than zero otherwise stop should be less than or equal to start";

    private static readonly string Day = Literals.Bigint(TimeSql.NanosPerDay);

    public static void AddTo(FunctionTable table)
    {
        table.Add("sequence", Numbers);
        table.Add("sequence", Dates);
        table.Add("sequence", Times);
    }

    /// <summary>The step is 1 or -1 by itself.</summary>
    private static BoundExpression? Numbers(FunctionArguments arguments)
    {
        if (!arguments.Items.All(item => item.Type.IsWhole || item.Type == SqlType.Unknown))
        {
            return null;
        }

        var numbers = new ArrayType(SqlType.Bigint);
        if (arguments.Match(SqlType.Bigint, SqlType.Bigint) is { } a)
        {
            return arguments.Result(
                SqlLet.In(a, v => Sequence(v[0], v[1], $"CASE WHEN {v[0]} <= {v[1]} THEN 1 ELSE -1 END")), numbers);
        }

        return arguments.Match(SqlType.Bigint, SqlType.Bigint, SqlType.Bigint) is { } b
            ? arguments.Result(Sequence(b[0], b[1], b[2]), numbers)
            : null;
    }

    private static BoundExpression? Dates(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2 or 3, Items: [{ Type: var start }, { Type: var stop }, ..] }
            || start != SqlType.Date || stop != SqlType.Date
            || Times(arguments) is not { } times)
        {
            return null;
        }

        var type = new ArrayType(SqlType.Date);
        var dates = $"list_transform({times.Sql}, lambda t: {TimeSql.ToDate("t")})";
        return arguments.Count == 3 && arguments.Items[2].Type == SqlType.DayInterval
            ? times.As(WholeDays(dates, arguments.Items[2].Sql, type), type)
            : times.As(dates, type);
    }

    private static string WholeDays(string dates, string step, SqlType type) => Guard.Around(
        dates,
        [],
        Guard.When(
            $"{step} % {TimeSql.NanosPerDay} <> 0",
            "sequence step must be a day interval if start and end values are dates",
            type));

    /// <summary>The step is a day unless the call says another.</summary>
    private static BoundExpression? Times(FunctionArguments arguments)
    {
        var times = new ArrayType(SqlType.Timestamp);
        SqlType time = SqlType.Timestamp;
        if (arguments.Match(time, time) is { } days)
        {
            return arguments.Result(Sequence(days[0], days[1], Day), times);
        }

        if (arguments.Match(time, time, SqlType.DayInterval) is { } even)
        {
            return arguments.Result(Sequence(even[0], even[1], even[2]), times);
        }

        return arguments.Match(time, time, SqlType.MonthInterval) is { } months
            ? arguments.Result(Months(months), times)
            : null;
    }

    private static string Sequence(string start, string stop, string step) => SqlLet.In([start, stop, step], v =>
    {
        var count = $"(CAST({v[1]} AS HUGEINT) - {v[0]}) // {v[2]}";
        return Checked(v, v[2], count, $"generate_series({v[0]}, {v[1]}, {v[2]})");
    });

    /// <summary>Each time is so many months after the start; the day is cut to its month's last.</summary>
    private static string Months(string[] arguments) => SqlLet.In(arguments, v =>
    {
        var (start, stop, step) = (v[0], v[1], $"CAST({v[2]} AS BIGINT)");
        var steps = $"(datediff('month', {TimeSql.Calendar(start)}, {TimeSql.Calendar(stop)}) // {step})";
        var times = $"list_transform(generate_series(0, {steps}), lambda i: {TimeSql.AddMonths(start, $"(i * {step})")})";
        return Checked(
            v, step, steps, $"list_filter({times}, lambda t: CASE WHEN {step} > 0 THEN t <= {stop} ELSE t >= {stop} END)");
    });

    private static string Checked(string[] v, string step, string count, string sequence)
    {
        var type = new ArrayType(SqlType.Bigint);
        return Guard.Around(
            sequence,
            v,
            Guard.When($"{step} = 0", "step must not be zero", type),
            Guard.When($"({step} > 0 AND {v[0]} > {v[1]}) OR ({step} < 0 AND {v[0]} < {v[1]})", WrongDirection, type),
            Guard.When(
                $"{count} >= {ArrayFunctions.MaxGenerated}",
                $"result of sequence function must not have more than {ArrayFunctions.MaxGenerated} entries",
                type));
    }
}
