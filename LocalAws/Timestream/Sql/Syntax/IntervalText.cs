using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>Reads the text of <c>INTERVAL 'text' unit [TO unit]</c>.</summary>
internal static partial class IntervalText
{
    private const string Nanosecond = "nanosecond";
    private const string Month = "month";

    /// <summary>
    /// The interval as a number of one unit, or null when the text does not fit or the interval is too long.
    /// </summary>
    public static (long Amount, string Unit)? Read(string text, string from, string? to)
    {
        if (to is null && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return (whole, from);
        }

        var form = (from, to) switch
        {
            ("second", null) => Second(),
            ("year", Month) => YearToMonth(),
            ("day", "hour") => DayToHour(),
            ("day", "minute") => DayToMinute(),
            ("day", "second") => DayToSecond(),
            ("hour", "minute") => HourToMinute(),
            ("hour", "second") => HourToSecond(),
            ("minute", "second") => MinuteToSecond(),
            _ => null,
        };
        return form?.Match(text) is { Success: true } match ? Sum(match, to is Month ? Month : Nanosecond) : null;
    }

    private static (long Amount, string Unit)? Sum(Match match, string unit)
    {
        decimal sum = 0;
        foreach (var part in (string[])["year", Month, "day", "hour", "minute", "second", Nanosecond])
        {
            if (match.Groups[part] is { Success: true } found)
            {
                var digits = part is Nanosecond ? found.Value.PadRight(9, '0') : found.Value;
                sum += decimal.Parse(digits, CultureInfo.InvariantCulture) * Size(part);
            }
        }

        return sum > long.MaxValue ? null : ((long)(match.Groups["sign"].Value == "-" ? -sum : sum), unit);
    }

    private static long Size(string unit) => IntervalUnits.TryGetMonths(unit, out var months)
        ? months
        : IntervalUnits.TryGetNanos(unit, out var nanos) ? nanos : throw new ArgumentOutOfRangeException(nameof(unit));

    private const string Sign = @"^(?<sign>-?)";
    private const string Day = "(?<day>[0-9]{1,9}) ";
    private const string Hours = "(?<hour>[0-9]{1,9})";
    private const string Minutes = "(?<minute>[0-9]{1,9})";
    private const string Seconds = @"(?<second>[0-9]{1,9})(?:\.(?<nanosecond>[0-9]{1,9}))?";

    [GeneratedRegex($@"{Sign}(?<year>[0-9]{{1,9}})-(?<month>[0-9]{{1,9}})\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearToMonth();

    [GeneratedRegex($@"{Sign}{Day}{Hours}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayToHour();

    [GeneratedRegex($@"{Sign}{Day}{Hours}:{Minutes}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayToMinute();

    [GeneratedRegex($@"{Sign}{Day}{Hours}:{Minutes}:{Seconds}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayToSecond();

    [GeneratedRegex($@"{Sign}{Hours}:{Minutes}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HourToMinute();

    [GeneratedRegex($@"{Sign}{Hours}:{Minutes}:{Seconds}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HourToSecond();

    [GeneratedRegex($@"{Sign}{Minutes}:{Seconds}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MinuteToSecond();

    [GeneratedRegex($@"{Sign}{Seconds}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Second();
}
