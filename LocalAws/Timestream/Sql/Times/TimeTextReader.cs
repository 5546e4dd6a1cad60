using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>
/// Reads the dialect's own texts of times, dates and times of day: in literals, in casts, and beside a time.
/// </summary>
internal static partial class TimeTextReader
{
    /// <summary>
    /// Reads <c>2026-01-31 12:34:56.123456789</c>, a <c>T</c> for the space, a shorter time, a zone at the end.
    /// </summary>
    public static long? ReadTimestamp(string text) =>
        Timestamp().Match(text) is { Success: true } match ? FieldsOf(match).ToNanos() : null;

    /// <summary>Reads <c>2026-01-31</c>.</summary>
    public static DateOnly? ReadDate(string text) =>
        Date().Match(text) is { Success: true } match
        && DateOnly.TryParseExact(
            match.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeRange.Holds(date)
            ? date
            : null;

    /// <summary>Reads <c>12:34:56.123</c> as nanoseconds since midnight.</summary>
    public static long? ReadTime(string text) =>
        Time().Match(text) is { Success: true } match ? FieldsOf(match).ToNanos() : null;

    private static ParsedTime FieldsOf(Match match)
    {
        var time = new ParsedTime
        {
            [TimeField.Year] = Number(match, "year"),
            [TimeField.Month] = Number(match, "month"),
            [TimeField.Day] = Number(match, "day"),
            [TimeField.Hour] = Number(match, "hour"),
            [TimeField.Minute] = Number(match, "minute"),
            [TimeField.Second] = Number(match, "second"),
        };
        if (match.Groups["fraction"] is { Success: true } fraction)
        {
            time[TimeField.Fraction] = int.Parse(fraction.Value.PadRight(9, '0'), CultureInfo.InvariantCulture);
        }

        if (match.Groups["zone"] is { Success: true } zone)
        {
            var position = 0;
            time.Zone = ZoneNames.ReadOffset(zone.Value, ref position) ?? ZoneNames.ReadName(zone.Value, ref position);
        }

        return time;
    }

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found
        ? int.Parse(found.Value, CultureInfo.InvariantCulture)
        : null;

    private const string DatePattern = @"(?<date>(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2}))";
    private const string TimePattern =
        @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]{1,9}))?)?";

    [GeneratedRegex(
        @"^\s*" + DatePattern + "(?:[ T]" + TimePattern + @"(?: ?(?<zone>Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?\s*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^\s*" + DatePattern + @"\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*" + TimePattern + @"\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
