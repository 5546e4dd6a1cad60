using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Texts as values, as Java reads them, and values as texts. What cannot be read is NULL.</summary>
internal static partial class ConversionUdfs
{
    public const string ParseBigint = "parse_bigint";
    public const string ParseDouble = "parse_double";

    /// <summary>Nanoseconds since the epoch.</summary>
    public const string ParseTimestamp = "parse_timestamp";

    /// <summary>Nanoseconds since midnight.</summary>
    public const string ParseTime = "parse_time";

    public const string ParseDate = "parse_date";
    public const string TimeText = "time_text";
    public const string DayIntervalText = "day_interval_text";
    public const string MonthIntervalText = "month_interval_text";

    public static void Register(DuckDBConnection connection)
    {
        Udf.RegisterParser<string, long>(connection, ParseBigint, ReadBigint);
        Udf.RegisterParser<string, double>(connection, ParseDouble, ReadDouble);
        Udf.RegisterParser<string, long>(connection, ParseTimestamp, text =>
            Literals.TryReadTimestamp(text, out var nanos) ? nanos : null);
        Udf.RegisterParser<string, long>(connection, ParseTime, text =>
            Literals.TryReadTime(text, out var nanos) ? nanos : null);
        Udf.RegisterParser<string, DateOnly>(connection, ParseDate, text =>
            Literals.TryReadDate(text, out var date) ? date : null);
        Udf.Register<long, string>(connection, TimeText, DatumWriter.TimeText);
        Udf.Register<long, string>(connection, DayIntervalText, DatumWriter.DayIntervalText);
        Udf.Register<long, string>(connection, MonthIntervalText, DatumWriter.MonthIntervalText);
    }

    /// <summary>As <c>Long.parseLong</c>: a sign and digits, no space.</summary>
    private static long? ReadBigint(string text) =>
        WholeNumber().IsMatch(text)
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>As <c>Double.parseDouble</c>, without its hexadecimal numbers.</summary>
    private static double? ReadDouble(string text) => Number().Match(text) is { Success: true } match
        ? match.Groups["digits"].Success
            ? double.Parse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture)
            : match.Groups["value"].Value switch
            {
                "-Infinity" => double.NegativeInfinity,
                "Infinity" or "+Infinity" => double.PositiveInfinity,
                _ => double.NaN,
            }
        : null;

    [GeneratedRegex(@"^[+-]?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[\0-\x20]*(?<value>[+-]?(?:NaN|Infinity|(?<digits>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)))(?(digits)[fFdD]?)[\0-\x20]*\z")]
    private static partial Regex Number();
}
