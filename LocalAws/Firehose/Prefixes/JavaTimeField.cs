using System.Globalization;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>A letter of a <see cref="JavaTimePattern"/>, repeated: what it stands for.</summary>
internal static class JavaTimeField
{
    /// <summary>Why Java would refuse a letter; null when it would not.</summary>
    public static string? FindFault(char letter, int count)
    {
        var longest = LongestRun(letter);
        if (longest == 0)
        {
            return $"the pattern letter '{letter}' is unknown";
        }

        // V names a time zone by two letters only, O an offset by one or four, and "cc" has no meaning.
        var isUndefined = (letter, count) is ('V', 1) or ('O', 2 or 3) or ('c', 2);
        return count > longest || isUndefined
            ? $"the pattern letter '{letter}' cannot stand {count} times in a row"
            : null;
    }

    /// <summary>Formats a field of a time that is local to <paramref name="timeZone"/>.</summary>
    /// <exception cref="FormatException">The time zone has no such name.</exception>
    public static string Format(char letter, int count, DateTimeOffset time, TimeZoneInfo timeZone) => letter switch
    {
        'G' => count switch { 4 => "Anno Domini", 5 => "A", _ => "AD" },
        'y' or 'u' => Year(time.Year, count),
        'Y' => Year(EndOfWeek(time).Year, count),
        'M' or 'L' => Name(time, count, "MMM", "MMMM") ?? Number(time.Month, count),
        'w' => Number((EndOfWeek(time).DayOfYear + 6) / 7, count),
        'W' => Number((time.Day + (int)FirstOfMonth(time).DayOfWeek + 6) / 7, count),
        'd' => Number(time.Day, count),
        'D' => Number(time.DayOfYear, count),
        'E' => Name(time, Math.Max(count, 3), "ddd", "dddd")!,
        'e' or 'c' => Name(time, count, "ddd", "dddd") ?? Number((int)time.DayOfWeek + 1, count),
        'F' => Number(((time.Day - 1) % 7) + 1, count),
        'Q' or 'q' => Quarter(time, count),
        'a' => time.ToString("tt", CultureInfo.InvariantCulture),
        'H' => Number(time.Hour, count),
        'k' => Number(time.Hour == 0 ? 24 : time.Hour, count),
        'K' => Number(time.Hour % 12, count),
        'h' => Number(time.Hour % 12 == 0 ? 12 : time.Hour % 12, count),
        'm' => Number(time.Minute, count),
        's' => Number(time.Second, count),
        'S' => Nanoseconds(time).ToString("D9", CultureInfo.InvariantCulture)[..count],
        'A' => Number((long)time.TimeOfDay.TotalMilliseconds, count),
        'n' => Number(Nanoseconds(time), count),
        'N' => Number(time.TimeOfDay.Ticks * 100, count),
        'V' => timeZone.Id,
        'z' => ZoneName(timeZone, count),
        'O' => LocalizedOffset(time.Offset, isFull: count == 4),
        'Z' when count == 4 => LocalizedOffset(time.Offset, isFull: true),
        'Z' when count < 4 => Offset(time.Offset, 2, zero: "+0000"),
        'X' or 'Z' => Offset(time.Offset, count, zero: "Z"),
        'x' => Offset(time.Offset, count, zero: count switch { 1 => "+00", 2 or 4 => "+0000", _ => "+00:00" }),
        _ => throw new InvalidOperationException($"No format for the letter '{letter}'."),
    };

    /// <summary>How often a letter may stand in a row; Java refuses more.</summary>
    private static int LongestRun(char letter) => letter switch
    {
        'W' or 'F' or 'a' => 1,
        'd' or 'w' or 'h' or 'K' or 'k' or 'H' or 'm' or 's' or 'V' => 2,
        'D' => 3,
        'z' or 'O' => 4,
        'G' or 'M' or 'L' or 'Q' or 'q' or 'E' or 'e' or 'c' or 'X' or 'x' or 'Z' => 5,
        'S' => 9,
        'u' or 'y' or 'Y' or 'A' or 'n' or 'N' => 19,
        _ => 0,
    };

    private static string Year(int year, int count) => Number(count == 2 ? year % 100 : year, count);

    private static string Number(long value, int count) =>
        value.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    // Three letters: short name; four: full name; five: first letter.
    private static string? Name(DateTimeOffset time, int count, string shortFormat, string longFormat) => count switch
    {
        3 => time.ToString(shortFormat, CultureInfo.InvariantCulture),
        4 => time.ToString(longFormat, CultureInfo.InvariantCulture),
        5 => time.ToString(longFormat, CultureInfo.InvariantCulture)[..1],
        _ => null,
    };

    private static string Quarter(DateTimeOffset time, int count)
    {
        var quarter = ((time.Month - 1) / 3) + 1;
        return count switch
        {
            3 => $"Q{quarter}",
            4 => quarter switch { 1 => "1st quarter", 2 => "2nd quarter", 3 => "3rd quarter", _ => "4th quarter" },
            _ => Number(quarter, count == 5 ? 1 : count),
        };
    }

    private static long Nanoseconds(DateTimeOffset time) => time.Ticks % TimeSpan.TicksPerSecond * 100;

    // Weeks begin on Sunday and belong to the year their Saturday is in, as English (US) has them.
    private static DateTimeOffset EndOfWeek(DateTimeOffset time) =>
        time.AddDays(DayOfWeek.Saturday - time.DayOfWeek);

    private static DateTimeOffset FirstOfMonth(DateTimeOffset time) => time.AddDays(1 - time.Day);

    // Names of other time zones ("JST") are data that .NET does not carry.
    private static string ZoneName(TimeZoneInfo timeZone, int count) => timeZone.Id == TimeZoneInfo.Utc.Id
        ? count == 4 ? "Coordinated Universal Time" : "UTC"
        : throw new FormatException(
            $"the pattern letter 'z' has no value in LocalAws for the time zone {timeZone.Id}; use 'VV' or 'xxx'");

    private static string LocalizedOffset(TimeSpan offset, bool isFull)
    {
        if (offset == TimeSpan.Zero)
        {
            return "GMT";
        }

        var hours = Number(Math.Abs(offset.Hours), isFull ? 2 : 1);
        var minutes = isFull || offset.Minutes != 0 ? $":{Number(Math.Abs(offset.Minutes), 2)}" : "";
        return $"GMT{Sign(offset)}{hours}{minutes}";
    }

    // 1: +09 or +0530; 2 and 4: +0900; 3 and 5: +09:00. Seconds, which 4 and 5 would show, no offset has today.
    private static string Offset(TimeSpan offset, int count, string zero)
    {
        if (offset == TimeSpan.Zero)
        {
            return zero;
        }

        var hours = Number(Math.Abs(offset.Hours), 2);
        var minutes = Number(Math.Abs(offset.Minutes), 2);
        return count switch
        {
            1 => Sign(offset) + hours + (offset.Minutes == 0 ? "" : minutes),
            2 or 4 => Sign(offset) + hours + minutes,
            _ => $"{Sign(offset)}{hours}:{minutes}",
        };
    }

    private static string Sign(TimeSpan offset) => offset < TimeSpan.Zero ? "-" : "+";
}
