using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>The clock, and functions that round times. All times are in UTC, as the service's are.</summary>
internal static class TimeFunctions
{
    public static void AddTo(FunctionTable table)
    {
        foreach (var name in (string[])["now", "current_timestamp", "localtimestamp"])
        {
            AddClock(table, name, SqlType.Timestamp, Literals.Bigint);
        }

        foreach (var name in (string[])["current_time", "localtime"])
        {
            AddClock(table, name, SqlType.Time, now => Literals.Bigint(now % TimeSql.NanosPerDay));
        }

        AddClock(table, "current_date", SqlType.Date, now => TimeSql.ToDate(Literals.Bigint(now)));
        table.Add("current_timezone", SqlType.Varchar, [], _ => "'UTC'");
        table.Add("ago", Ago);
        table.Add("bin", Bin);
        table.Add("date_trunc", DateTrunc);
        TimeConversions.AddTo(table);
        TimeUnitFunctions.AddTo(table);
        TimeFormats.AddTo(table);
    }

    /// <summary>The clock stands still while a statement runs.</summary>
    private static void AddClock(FunctionTable table, string name, SqlType type, Func<long, string> sql) => table.Add(
        name,
        arguments => arguments.Count == 0 ? new BoundExpression(sql(arguments.Context.NowNanos), type) : null);

    private static BoundExpression? Ago(FunctionArguments arguments)
    {
        var now = Literals.Bigint(arguments.Context.NowNanos);
        if (arguments.Match(SqlType.DayInterval) is { } nanos)
        {
            return arguments.Result($"({now} - {nanos[0]})", SqlType.Timestamp);
        }

        return arguments.Match(SqlType.MonthInterval) is { } months
            ? arguments.Result(TimeSql.AddMonths(now, $"-({months[0]})"), SqlType.Timestamp)
            : null;
    }

    /// <summary>
    /// Rounds down to whole intervals since the epoch; an interval of months, to whole numbers of months.
    /// </summary>
    private static BoundExpression? Bin(FunctionArguments arguments)
    {
        if (arguments.Match(SqlType.Timestamp, SqlType.DayInterval) is { } nanos)
        {
            return arguments.Result(InPositive(arguments, nanos, v => TimeSql.Floor(v[0], v[1])), SqlType.Timestamp);
        }

        if (arguments.Match(SqlType.Timestamp, SqlType.MonthInterval) is not { } months)
        {
            return null;
        }

        return arguments.Result(InPositive(arguments, months, v => FloorToMonths(v[0], v[1])), SqlType.Timestamp);
    }

    private static string FloorToMonths(string nanos, string months)
    {
        var calendar = TimeSql.Calendar(nanos);
        var sinceEpoch = $"((year({calendar}) - 1970) * 12 + month({calendar}) - 1)";
        return TimeSql.Nanos(
            $"TIMESTAMP '1970-01-01' + to_months(CAST({TimeSql.Floor(sinceEpoch, months)} AS INTEGER))");
    }

    /// <summary>A literal is looked at now, so that the usual BIN(time, 15m) stays plain arithmetic.</summary>
    private static string InPositive(FunctionArguments arguments, string[] a, Func<string[], string> bin)
    {
        const string Message = "The interval of bin must be positive";
        if (arguments.Items[1].LiteralInterval is not { } interval)
        {
            return SqlLet.WhenLong(
                a, v => Guard.Around(bin(v), v, Guard.When($"{v[1]} <= 0", Message, SqlType.Timestamp)));
        }

        return interval > 0 ? SqlLet.WhenLong(a, bin) : throw SqlError.At(arguments.Position, Message);
    }

    private static BoundExpression? DateTrunc(FunctionArguments arguments)
    {
        if (arguments is not { Count: 2, Items: [_, var operand] }
            || TimeUnit.Text(arguments, "date_trunc") is not { } text)
        {
            return null;
        }

        if (operand.Type == SqlType.Date)
        {
            var ofDate = TimeUnit.Of(arguments, text, SqlType.Date);
            return arguments.Result($"CAST(date_trunc('{ofDate.Name}', {operand.Sql}) AS DATE)", SqlType.Date);
        }

        if (Coercion.To(operand, SqlType.Timestamp) is not { Sql: var time })
        {
            return null;
        }

        var unit = TimeUnit.Of(arguments, text, SqlType.Timestamp);
        var truncated = unit switch
        {
            { Name: "week" } => TimeSql.FloorToWeek(time),
            { Nanos: > 0 } => TimeSql.Floor(time, Literals.Bigint(unit.Nanos)),
            _ => TimeSql.Nanos($"date_trunc('{unit.Name}', {TimeSql.Calendar(time)})"),
        };
        return arguments.Result(truncated, SqlType.Timestamp);
    }
}
