using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Casts to timestamps, dates and times of day, and from them and intervals to text.</summary>
internal static class TimeCasts
{
    public static bool IsTarget(SqlType type) =>
        type == SqlType.Timestamp || type == SqlType.Date || type == SqlType.Time;

    /// <summary>
    /// The SQL of the cast, or null when there is none; when trying, a text that holds no time is NULL.
    /// </summary>
    public static string? Convert(BoundExpression operand, SqlType target, bool isTry)
    {
        if (operand.LiteralText is { } text && Coercion.ReadLiteral(text, target) is { } literal)
        {
            return literal;
        }

        if (operand.Type == SqlType.Varchar)
        {
            return isTry
                ? Read(operand.Sql, target)
                : SqlLet.WhenLong([operand.Sql], v => Failure.WhenNull(
                    Read(v[0], target),
                    v[0],
                    Failure.Sql(target, $"'Value cannot be cast to {target.Name}: '", v[0])));
        }

        return (operand.Type.Name, target.Name) switch
        {
            ("date", "timestamp") => TimeSql.FromDate(operand.Sql),
            // On the first day of the epoch.
            ("time", "timestamp") => operand.Sql,
            ("timestamp", "date") => TimeSql.ToDate(operand.Sql),
            ("timestamp", "time") => TimeSql.Remainder(operand.Sql, Literals.Bigint(TimeSql.NanosPerDay)),
            _ => null,
        };
    }

    /// <summary>The text form, or null when the type is none of a time.</summary>
    public static string? ToText(BoundExpression operand) => operand.Type switch
    {
        ScalarType { Kind: ScalarKind.Timestamp } => TimeSql.Text(operand.Sql),
        ScalarType { Kind: ScalarKind.Date } => $"CAST({operand.Sql} AS VARCHAR)",
        ScalarType { Kind: ScalarKind.Time } => $"{TimeUdfs.TimeText}({operand.Sql})",
        ScalarType { Kind: ScalarKind.IntervalDayToSecond } => $"{TimeUdfs.DayIntervalText}({operand.Sql})",
        ScalarType { Kind: ScalarKind.IntervalYearToMonth } => $"{TimeUdfs.MonthIntervalText}({operand.Sql})",
        _ => null,
    };

    private static string Read(string text, SqlType target) =>
        target == SqlType.Date ? $"{TimeUdfs.ReadDate}({text})"
        : target == SqlType.Time ? $"{TimeUdfs.ReadTime}({text})"
        : $"{TimeUdfs.ReadTimestamp}({text})";
}
