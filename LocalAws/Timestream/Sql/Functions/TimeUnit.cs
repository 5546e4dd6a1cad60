using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>A unit of date_trunc, date_add or date_diff: of so many nanoseconds, or of so many months.</summary>
/// <param name="Name">In lower case, of a fixed list: it becomes a part of SQL.</param>
/// <param name="Nanos">0 for a unit of the calendar.</param>
/// <param name="Months">0 for a unit that always lasts as long.</param>
internal readonly record struct TimeUnit(string Name, long Nanos, int Months)
{
    /// <summary>
    /// The first argument, which must be a literal: the SQL depends on it. Null when it is no text at all.
    /// </summary>
    public static string? Text(FunctionArguments arguments, string function) =>
        arguments is not { Items: [{ Type: var type } first, ..] } || type != SqlType.Varchar
            ? null
            : first.LiteralText
                ?? throw SqlError.Unsupported(arguments.Position, $"A unit of {function} that is no string literal");

    /// <summary>The unit, which values of the type must have: a date has no hours, a time of day no days.</summary>
    public static TimeUnit Of(FunctionArguments arguments, string text, SqlType type)
    {
        var name = text.ToLowerInvariant();
        IntervalUnits.TryGetNanos(name, out var nanos);
        IntervalUnits.TryGetMonths(name, out var months);
        var fits = type switch
        {
            _ when type == SqlType.Date => nanos == 0 || nanos >= TimeSql.NanosPerDay,
            _ when type == SqlType.Time => nanos is > 0 and < TimeSql.NanosPerDay,
            _ => true,
        };
        var field = type == SqlType.Date ? "DATE" : type == SqlType.Time ? "Time" : "Timestamp";
        return fits && IntervalUnits.IsFunctionUnit(name)
            ? new TimeUnit(name, nanos, months)
            : throw SqlError.At(arguments.Position, $"'{text}' is not a valid {field} field");
    }
}
