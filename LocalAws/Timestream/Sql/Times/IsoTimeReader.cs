using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Reads ISO 8601: <c>2022-06-17T08:04:05.000000001+05:00</c>, <c>2022-W24-5</c>, <c>2022-168</c>.</summary>
internal static partial class IsoTimeReader
{
    private const int NanoDigits = 9;

    /// <summary>Nanoseconds since the epoch; UTC when there is no offset.</summary>
    public static long? ReadTimestamp(string text) =>
        Timestamp().Match(text) is { Success: true } match ? FieldsOf(match).ToNanos() : null;

    public static DateOnly? ReadDate(string text) =>
        Date().Match(text) is { Success: true } match && FieldsOf(match).ReadDate() is { } date && TimeRange.Holds(date)
            ? date
            : null;

    private static ParsedTime FieldsOf(Match match)
    {
        var time = new ParsedTime();
        foreach (var field in (TimeField[])
            [
                TimeField.Year, TimeField.Month, TimeField.Day, TimeField.DayOfYear, TimeField.WeekYear, TimeField.Week,
                TimeField.DayOfWeek, TimeField.Hour, TimeField.Minute, TimeField.Second,
            ])
        {
            if (match.Groups[field.ToString()] is { Success: true } found)
            {
                time[field] = int.Parse(found.Value, CultureInfo.InvariantCulture);
            }
        }

        if (match.Groups["Fraction"] is { Success: true } fraction)
        {
            // What is finer than a nanosecond is cut off.
            var digits = fraction.Value.PadRight(NanoDigits, '0')[..NanoDigits];
            time[TimeField.Fraction] = int.Parse(digits, CultureInfo.InvariantCulture);
        }

        if (match.Groups["Zone"] is { Success: true } zone)
        {
            var position = 0;
            time.Zone = ZoneNames.ReadOffset(zone.Value, ref position);
        }

        return time;
    }

    private const string DatePattern =
        @"(?:(?<WeekYear>[0-9]{4})-W(?<Week>[0-9]{2})(?:-(?<DayOfWeek>[1-7]))?"
        + @"|(?<Year>[0-9]{4})(?:-(?:(?<DayOfYear>[0-9]{3})|(?<Month>[0-9]{2})(?:-(?<Day>[0-9]{2}))?))?)";
    private const string TimePattern =
        @"(?<Hour>[0-9]{2})(?::(?<Minute>[0-9]{2})(?::(?<Second>[0-9]{2})(?:[.,](?<Fraction>[0-9]+))?)?)?";
    private const string ZonePattern = "(?<Zone>Z|[+-](?:0[0-9]|1[0-8])(?::?[0-5][0-9])?)";

    [GeneratedRegex($@"^{DatePattern}(?:T{TimePattern}{ZonePattern}?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex($@"^{DatePattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
