using System.Collections.Concurrent;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>
/// Functions on times that DuckDB lacks, or has without nanoseconds. Times are nanoseconds since the epoch.
/// </summary>
internal static class TimeUdfs
{
    public const string TimeText = "time_text";
    public const string DayIntervalText = "day_interval_text";
    public const string MonthIntervalText = "month_interval_text";

    /// <summary>The text of a timestamp, date or time of day; NULL when it is none.</summary>
    public const string ReadTimestamp = "read_timestamp";
    public const string ReadDate = "read_date";
    public const string ReadTime = "read_time";
    public const string ReadIsoTimestamp = "read_iso_timestamp";
    public const string ReadIsoDate = "read_iso_date";
    public const string ReadDuration = "read_duration";

    public const string MySqlFormat = "mysql_format";
    public const string MySqlParse = "mysql_parse";
    public const string JodaFormat = "joda_format";
    public const string JodaParse = "joda_parse";

    /// <summary>Calendar months that have passed from one time to the other.</summary>
    public const string MonthsBetween = "months_between";

    /// <summary>
    /// Patterns that are kept compiled, of each kind; a query makes as many as it wants when it computes them.
    /// </summary>
    private const int MaxPatterns = 1024;

    public static void Register(DuckDBConnection connection)
    {
        Udf.Register<long, string>(connection, TimeText, TimeTexts.TimeOfDay);
        Udf.Register<long, string>(connection, DayIntervalText, TimeTexts.DayInterval);
        Udf.Register<int, string>(connection, MonthIntervalText, months => TimeTexts.MonthInterval(months));
        Udf.RegisterParser<string, long>(connection, ReadTimestamp, TimeTextReader.ReadTimestamp);
        Udf.RegisterParser<string, DateOnly>(connection, ReadDate, TimeTextReader.ReadDate);
        Udf.RegisterParser<string, long>(connection, ReadTime, TimeTextReader.ReadTime);
        Udf.RegisterParser<string, long>(connection, ReadIsoTimestamp, IsoTimeReader.ReadTimestamp);
        Udf.RegisterParser<string, DateOnly>(connection, ReadIsoDate, IsoTimeReader.ReadDate);
        Udf.RegisterParser<string, long>(connection, ReadDuration, Duration.ReadNanos);
        Udf.Register<long, long, long>(connection, MonthsBetween, CalendarMonths.Between);
        RegisterPatterns(connection, MySqlFormat, MySqlParse, MySqlPattern.Compile);
        RegisterPatterns(connection, JodaFormat, JodaParse, JodaPattern.Compile);
    }

    private static void RegisterPatterns(
        DuckDBConnection connection, string format, string parse, Func<string, TimePattern> compile)
    {
        var compiled = new ConcurrentDictionary<string, TimePattern>(StringComparer.Ordinal);
        Udf.Register<long, string, string>(
            connection, format, (nanos, pattern) => Compiled(compiled, compile, pattern).Format(nanos));
        Udf.RegisterParser<string, string, long>(
            connection, parse, (text, pattern) => Compiled(compiled, compile, pattern).Parse(text));
    }

    /// <summary>A pattern that is no literal may prove wrong only now.</summary>
    private static TimePattern Compiled(
        ConcurrentDictionary<string, TimePattern> compiled, Func<string, TimePattern> compile, string pattern)
    {
        if (compiled.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (compiled.Count >= MaxPatterns)
        {
            compiled.Clear();
        }

        try
        {
            return compiled.GetOrAdd(pattern, compile);
        }
        catch (InvalidPatternException exception)
        {
            throw new QueryDataException(exception.Message, exception);
        }
    }
}
