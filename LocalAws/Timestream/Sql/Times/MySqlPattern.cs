using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Compiles patterns of date_format and date_parse: <c>%Y-%m-%d %H:%i:%s</c>.</summary>
internal static class MySqlPattern
{
    /// <exception cref="InvalidPatternException">A specifier is not known.</exception>
    public static TimePattern Compile(string pattern)
    {
        var elements = new List<PatternElement>();
        var literal = new StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] != '%' || index + 1 == pattern.Length)
            {
                literal.Append(pattern[index]);
                continue;
            }

            var specifier = pattern[++index];
            if (Element(specifier) is not { } added)
            {
                literal.Append(specifier);
                continue;
            }

            Flush(literal, elements);
            elements.AddRange(added);
        }

        Flush(literal, elements);
        return new TimePattern(elements);
    }

    private static void Flush(StringBuilder literal, List<PatternElement> elements)
    {
        if (literal.Length > 0)
        {
            elements.Add(new LiteralElement(literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>What a specifier stands for; null for characters that stand for themselves.</summary>
    private static PatternElement[]? Element(char specifier) => specifier switch
    {
        'a' => [new NameElement(TimeField.DayOfWeek, isShort: true)],
        'b' => [new NameElement(TimeField.Month, isShort: true)],
        'c' => [new NumberElement(TimeField.Month, 1, 2)],
        'd' => [new NumberElement(TimeField.Day, 2, 2)],
        'e' => [new NumberElement(TimeField.Day, 1, 2)],
        'f' => [new FractionElement(6, 9)],
        'H' => [new NumberElement(TimeField.Hour, 2, 2)],
        'h' or 'I' => [new NumberElement(TimeField.HourOfHalfFrom1, 2, 2)],
        'i' => [new NumberElement(TimeField.Minute, 2, 2)],
        'j' => [new NumberElement(TimeField.DayOfYear, 3, 3)],
        'k' => [new NumberElement(TimeField.Hour, 1, 2)],
        'l' => [new NumberElement(TimeField.HourOfHalfFrom1, 1, 2)],
        'M' => [new NameElement(TimeField.Month, isShort: false)],
        'm' => [new NumberElement(TimeField.Month, 2, 2)],
        'p' => [new NameElement(TimeField.Half, isShort: false)],
        'r' =>
        [
            .. Clock(TimeField.HourOfHalfFrom1), new LiteralElement(" "), new NameElement(TimeField.Half, isShort: false),
        ],
        'S' or 's' => [new NumberElement(TimeField.Second, 2, 2)],
        'T' => Clock(TimeField.Hour),
        'v' => [new NumberElement(TimeField.Week, 2, 2)],
        'W' => [new NameElement(TimeField.DayOfWeek, isShort: false)],
        'x' => [new NumberElement(TimeField.WeekYear, 4, 4)],
        'Y' => [new NumberElement(TimeField.Year, 4, 4)],
        'y' => [new ShortYearElement(TimeField.Year)],
        'D' or 'U' or 'u' or 'V' or 'w' or 'X' =>
            throw new InvalidPatternException($"%{specifier} not supported in date format string"),
        _ => null,
    };

    private static PatternElement[] Clock(TimeField hour) =>
    [
        new NumberElement(hour, 2, 2), new LiteralElement(":"), new NumberElement(TimeField.Minute, 2, 2),
        new LiteralElement(":"), new NumberElement(TimeField.Second, 2, 2),
    ];
}
