using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>date_add and date_diff, on timestamps, dates and times of day.</summary>
internal static class TimeUnitFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Add("date_add", DateAdd);
        table.Add("date_diff", DateDiff);
    }

    private static BoundExpression? DateAdd(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [_, var number, var operand] }
            || TimeUnit.Text(arguments, "date_add") is not { } text
            || Coercion.To(number, SqlType.Bigint) is not { Sql: var amount }
            || TypeOf(operand) is not { } type
            || Coercion.To(operand, type) is not { Sql: var time })
        {
            return null;
        }

        var unit = TimeUnit.Of(arguments, text, type);
        var moved = (type, unit) switch
        {
            (ScalarType { Kind: ScalarKind.Date }, { Nanos: > 0 }) =>
                TimeSql.AddDays(time, $"{amount} * {unit.Nanos / TimeSql.NanosPerDay}"),
            (ScalarType { Kind: ScalarKind.Date }, _) => TimeSql.AddMonthsToDate(time, $"{amount} * {unit.Months}"),
            (ScalarType { Kind: ScalarKind.Time }, _) => AddWithinDay(time, amount, unit.Nanos),
            (_, { Nanos: > 0 }) => $"({time} + {amount} * {Literals.Bigint(unit.Nanos)})",
            _ => TimeSql.AddMonths(time, $"{amount} * {unit.Months}"),
        };
        return arguments.Result(moved, type);
    }

    /// <summary>A time of day goes on from midnight at the day's end.</summary>
    private static string AddWithinDay(string time, string amount, long unit)
    {
        var day = Literals.Bigint(TimeSql.NanosPerDay);
        return TimeSql.Remainder($"({time} + {amount} % {TimeSql.NanosPerDay / unit} * {Literals.Bigint(unit)})", day);
    }

    /// <summary>Whole units that have passed from the first time to the second.</summary>
    private static BoundExpression? DateDiff(FunctionArguments arguments)
    {
        if (arguments is not { Count: 3, Items: [_, var first, var second] }
            || TimeUnit.Text(arguments, "date_diff") is not { } text
            || TypeOf(first) is not { } firstType || TypeOf(second) is not { } secondType
            || Coercion.Common(firstType, secondType) is not { } type
            || Coercion.To(first, type) is not { Sql: var from } || Coercion.To(second, type) is not { Sql: var to })
        {
            return null;
        }

        var unit = TimeUnit.Of(arguments, text, type);
        if (type == SqlType.Date)
        {
            (from, to) = (TimeSql.FromDate(from), TimeSql.FromDate(to));
        }

        var difference = unit.Nanos > 0
            ? $"(({to} - {from}) // {unit.Nanos.ToString(CultureInfo.InvariantCulture)})"
            : $"({TimeUdfs.MonthsBetween}({from}, {to}) // {unit.Months.ToString(CultureInfo.InvariantCulture)})";
        return arguments.Result(difference, SqlType.Bigint);
    }

    /// <summary>Text and NULL stand for a timestamp.</summary>
    private static SqlType? TypeOf(BoundExpression operand) =>
        operand.Type == SqlType.Varchar || operand.Type == SqlType.Unknown ? SqlType.Timestamp
        : operand.Type == SqlType.Timestamp || operand.Type == SqlType.Date || operand.Type == SqlType.Time ? operand.Type
        : null;
}
