using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>A pattern of Java's DateTimeFormatter, in English: <c>'year='yyyy'/month='MM</c>.</summary>
/// <remarks>
/// Letters: y u Y (year, week-based year), M L (month), w (week), d D (day of month, year), E (day of week), Q q,
/// a, H k K h, m, s, S, A, n, N. Text stands in quotes, a quote is doubled; any other character stands for itself.
/// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html
/// </remarks>
internal sealed class JavaTimePattern
{
    private const string Letters = "yuYMLwdDEQqaHkKhmsSAnN";

    private readonly List<Part> _parts = [];

    private JavaTimePattern()
    {
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">A letter has no meaning here, or a quote is not closed.</exception>
    public static JavaTimePattern Parse(string pattern)
    {
        var parsed = new JavaTimePattern();
        for (var i = 0; i < pattern.Length;)
        {
            i = pattern[i] == '\'' ? parsed.AddQuoted(pattern, i) : parsed.AddRun(pattern, i);
        }

        return parsed;
    }

    /// <summary>Formats a time.</summary>
    public string Format(DateTimeOffset time)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Text ?? Format(part.Letter, part.Count, time));
        }

        return text.ToString();
    }

    private int AddQuoted(string pattern, int start)
    {
        var text = new StringBuilder();
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] != '\'')
            {
                text.Append(pattern[i]);
            }
            else if (i + 1 < pattern.Length && pattern[i + 1] == '\'')
            {
                text.Append('\'');
                i++;
            }
            else
            {
                // Two quotes with nothing between are a quote.
                _parts.Add(new Part(text.Length == 0 ? "'" : text.ToString(), default, 0));
                return i + 1;
            }
        }

        throw new FormatException($"the quote at position {start} of '{pattern}' is not closed");
    }

    private int AddRun(string pattern, int start)
    {
        var letter = pattern[start];
        if (!char.IsAsciiLetter(letter))
        {
            if ("{}[]#".Contains(letter))
            {
                throw new FormatException($"'{letter}' in '{pattern}' is reserved");
            }

            _parts.Add(new Part(letter.ToString(), default, 0));
            return start + 1;
        }

        var end = start;
        while (end < pattern.Length && pattern[end] == letter)
        {
            end++;
        }

        if (!Letters.Contains(letter))
        {
            throw new FormatException($"the pattern letter '{letter}' in '{pattern}' is not supported");
        }

        _parts.Add(new Part(null, letter, end - start));
        return end;
    }

    private static string Format(char letter, int count, DateTimeOffset time) => letter switch
    {
        'y' or 'u' => Year(time.Year, count),
        'Y' => Year(EndOfWeek(time).Year, count),
        'M' or 'L' => Name(time, count, "MMM", "MMMM") ?? Number(time.Month, count),
        'w' => Number((EndOfWeek(time).DayOfYear + 6) / 7, count),
        'd' => Number(time.Day, count),
        'D' => Number(time.DayOfYear, count),
        'E' => Name(time, Math.Max(count, 3), "ddd", "dddd")!,
        'Q' or 'q' => Quarter(time, count),
        'a' => time.ToString("tt", CultureInfo.InvariantCulture),
        'H' => Number(time.Hour, count),
        'k' => Number(time.Hour == 0 ? 24 : time.Hour, count),
        'K' => Number(time.Hour % 12, count),
        'h' => Number(time.Hour % 12 == 0 ? 12 : time.Hour % 12, count),
        'm' => Number(time.Minute, count),
        's' => Number(time.Second, count),
        'S' => Fraction(time, count),
        'A' => Number((long)time.TimeOfDay.TotalMilliseconds, count),
        'n' => Number(time.Ticks % TimeSpan.TicksPerSecond * 100, count),
        'N' => Number(time.TimeOfDay.Ticks * 100, count),
        _ => throw new InvalidOperationException($"No format for the letter '{letter}'."),
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
            _ => Number(quarter, count),
        };
    }

    private static string Fraction(DateTimeOffset time, int count)
    {
        var nanoseconds = (time.Ticks % TimeSpan.TicksPerSecond * 100).ToString("D9", CultureInfo.InvariantCulture);
        return nanoseconds.PadRight(count, '0')[..count];
    }

    // Weeks begin on Sunday and belong to the year their Saturday is in, as English (US) has them.
    private static DateTimeOffset EndOfWeek(DateTimeOffset time) =>
        time.AddDays(DayOfWeek.Saturday - time.DayOfWeek);

    private readonly record struct Part(string? Text, char Letter, int Count);
}
