using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>
/// date_format and date_parse with MySQL's patterns, format_datetime and parse_datetime with Joda-Time's.
/// </summary>
internal static class TimeFormats
{
    public static void AddTo(FunctionTable table)
    {
        Add(table, "date_format", "date_parse", TimeUdfs.MySqlFormat, TimeUdfs.MySqlParse, MySqlPattern.Compile);
        Add(table, "format_datetime", "parse_datetime", TimeUdfs.JodaFormat, TimeUdfs.JodaParse, JodaPattern.Compile);
    }

    private static void Add(
        FunctionTable table,
        string format,
        string parse,
        string formatUdf,
        string parseUdf,
        Func<string, TimePattern> compile)
    {
        table.Add(format, arguments => arguments.Match(SqlType.Timestamp, SqlType.Varchar) is { } a
            ? Checked(arguments, compile).Result($"{formatUdf}({a[0]}, {a[1]})", SqlType.Varchar)
            : null);
        table.Add(parse, arguments =>
        {
            if (arguments.Match(SqlType.Varchar, SqlType.Varchar) is not { } a)
            {
                return null;
            }

            var parsed = SqlLet.WhenLong(a, v => Guard.Around(
                $"COALESCE({parseUdf}({v[0]}, {v[1]}), {TimeConversions.InvalidFormat(SqlType.Timestamp, v[0])})", v));
            return Checked(arguments, compile).Result(parsed, SqlType.Timestamp);
        });
    }

    /// <summary>A pattern that is a literal proves wrong before the query runs.</summary>
    private static FunctionArguments Checked(FunctionArguments arguments, Func<string, TimePattern> compile)
    {
        try
        {
            _ = arguments.Items[1].LiteralText is { } pattern ? compile(pattern) : null;
            return arguments;
        }
        catch (InvalidPatternException exception)
        {
            throw SqlError.At(arguments.Position, exception.Message);
        }
    }
}
