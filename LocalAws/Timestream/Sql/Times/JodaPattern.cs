using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Compiles patterns of format_datetime and parse_datetime: <c>yyyy-MM-dd'T'HH:mm:ss</c>.</summary>
/// <remarks>
/// The letters are Joda-Time's, to which the developer guide refers, and some that only java.time has: <c>u</c> and
/// <c>L</c>, which the guide's own example uses, <c>n</c>, <c>X</c> and <c>V</c>.
/// </remarks>
internal static class JodaPattern
{
    /// <summary>Digits of a year that no number follows.</summary>
    private const int MaxYearDigits = 9;

    /// <exception cref="InvalidPatternException">A letter is not known, or a quote is not closed.</exception>
    public static TimePattern Compile(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw new InvalidPatternException("Invalid pattern specification");
        }

        var tokens = Split(pattern);
        var elements = new List<PatternElement>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var (letter, text) = tokens[index];
            var isLast = index + 1 == tokens.Count || !IsNumber(tokens[index + 1]);
            elements.Add(letter is null ? new LiteralElement(text) : Element(letter.Value, text, isLast));
        }

        return new TimePattern(elements);
    }

    /// <summary>Runs of one letter, and texts that stand for themselves, without a letter.</summary>
    private static List<(char? Letter, string Text)> Split(string pattern)
    {
        var tokens = new List<(char?, string)>();
        for (var index = 0; index < pattern.Length;)
        {
            var (start, first) = (index, pattern[index]);
            if (char.IsAsciiLetter(first))
            {
                while (index < pattern.Length && pattern[index] == first)
                {
                    index++;
                }

                tokens.Add((first, pattern[start..index]));
            }
            else
            {
                tokens.Add((null, first == '\'' ? ReadQuoted(pattern, ref index) : pattern[index++].ToString()));
            }
        }

        return tokens;
    }

    /// <summary>Two quotes are one, also between quotes.</summary>
    private static string ReadQuoted(string pattern, ref int index)
    {
        var (start, text) = (index++, new StringBuilder());
        for (; index < pattern.Length; index++)
        {
            if (pattern[index] != '\'')
            {
                text.Append(pattern[index]);
            }
            else if (index == start + 1)
            {
                index++;
                return "'";
            }
            else if (index + 1 < pattern.Length && pattern[index + 1] == '\'')
            {
                text.Append(pattern[index++]);
            }
            else
            {
                index++;
                return text.ToString();
            }
        }

        throw new InvalidPatternException($"The quote at position {start + 1} of the pattern is not closed");
    }

    private static bool IsNumber((char? Letter, string Text) token) => token switch
    {
        (null, _) => false,
        ('M' or 'L', { Length: > 2 }) => false,
        _ => "CxyYudhHmsSeDwkKMLn".Contains(token.Letter.Value, StringComparison.Ordinal),
    };

    /// <param name="letter">The letter.</param>
    /// <param name="run">The letter as often as it stands there.</param>
    /// <param name="isLast">Whether no number follows at once.</param>
    private static PatternElement Element(char letter, string run, bool isLast)
    {
        var count = run.Length;
        return letter switch
        {
            'G' => new LiteralElement("AD"),
            'C' => Number(TimeField.Century, count, isLast ? 3 : 2),
            'y' or 'Y' or 'u' => Year(TimeField.Year, count, isLast),
            'x' => Year(TimeField.WeekYear, count, isLast),
            'M' or 'L' when count >= 3 => new NameElement(TimeField.Month, isShort: count == 3),
            'M' or 'L' => Number(TimeField.Month, count, 2),
            'w' => Number(TimeField.Week, count, 2),
            'd' => Number(TimeField.Day, count, 2),
            'D' => Number(TimeField.DayOfYear, count, 3),
            'e' => Number(TimeField.DayOfWeek, count, 1),
            'E' => new NameElement(TimeField.DayOfWeek, isShort: count < 4),
            'a' => new NameElement(TimeField.Half, isShort: false),
            'H' => Number(TimeField.Hour, count, 2),
            'k' => Number(TimeField.HourFrom1, count, 2),
            'K' => Number(TimeField.HourOfHalf, count, 2),
            'h' => Number(TimeField.HourOfHalfFrom1, count, 2),
            'm' => Number(TimeField.Minute, count, 2),
            's' => Number(TimeField.Second, count, 2),
            'S' => new FractionElement(count, count),
            'n' => Number(TimeField.Fraction, count, 9),
            _ => Zone(letter, count) ?? throw new InvalidPatternException($"Illegal pattern component: {run}"),
        };
    }

    private static NumberElement Number(TimeField field, int count, int maxDigits) =>
        new(field, count, Math.Max(count, maxDigits));

    private static PatternElement Year(TimeField field, int count, bool isLast) => count == 2
        ? new ShortYearElement(field)
        : new NumberElement(field, count, isLast ? MaxYearDigits : count);

    private static ZoneElement? Zone(char letter, int count) => (letter, count) switch
    {
        ('z', < 4) => new ZoneElement("UTC", readsNames: true, readsOffsets: true),
        ('z', _) => new ZoneElement("Coordinated Universal Time", readsNames: true, readsOffsets: true),
        ('Z', 1) => new ZoneElement("+0000", readsNames: false, readsOffsets: true),
        ('Z', 2) => new ZoneElement("+00:00", readsNames: false, readsOffsets: true),
        ('Z', _) or ('V', 2) => new ZoneElement("UTC", readsNames: true, readsOffsets: true),
        ('X', <= 3) => new ZoneElement("Z", readsNames: false, readsOffsets: true),
        _ => null,
    };
}
