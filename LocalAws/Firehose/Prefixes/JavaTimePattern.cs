using System.Text;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>A pattern of Java 8's DateTimeFormatter, in English (US): <c>'year='yyyy'/month='MM</c>.</summary>
/// <remarks>
/// Every letter that Java has, see <see cref="JavaTimeField"/>; <c>p</c> pads the field behind it with spaces. Text
/// stands in quotes, a quote is doubled; brackets mark what is optional to a parser and are left out; any other
/// character stands for itself.
/// https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
/// </remarks>
internal sealed class JavaTimePattern
{
    private readonly string _pattern;
    private readonly List<Part> _parts = [];

    private JavaTimePattern(string pattern) => _pattern = pattern;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">Java would refuse the pattern.</exception>
    public static JavaTimePattern Parse(string pattern)
    {
        var parsed = new JavaTimePattern(pattern);
        var optional = 0;
        for (var i = 0; i < pattern.Length;)
        {
            switch (pattern[i])
            {
                case '\'':
                    i = parsed.AddQuoted(i);
                    break;
                case '[':
                    optional++;
                    i++;
                    break;
                case ']':
                    optional--;
                    i++;
                    break;
                default:
                    i = parsed.AddRun(i);
                    break;
            }

            if (optional < 0)
            {
                throw new FormatException($"']' at position {i - 1} of '{pattern}' has no '[' before it");
            }
        }

        return parsed;
    }

    /// <summary>Formats a time as it is in a time zone.</summary>
    /// <exception cref="FormatException">The time zone has no such name.</exception>
    public string Format(DateTimeOffset time, TimeZoneInfo timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(time, timeZone);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(
                part.Text ?? JavaTimeField.Format(part.Letter, part.Count, local, timeZone).PadLeft(part.Width));
        }

        return text.ToString();
    }

    private int AddQuoted(int start)
    {
        var text = new StringBuilder();
        for (var i = start + 1; i < _pattern.Length; i++)
        {
            if (_pattern[i] != '\'')
            {
                text.Append(_pattern[i]);
            }
            else if (i + 1 < _pattern.Length && _pattern[i + 1] == '\'')
            {
                text.Append('\'');
                i++;
            }
            else
            {
                // Two quotes with nothing between are a quote.
                _parts.Add(new Part(text.Length == 0 ? "'" : text.ToString(), default, 0, 0));
                return i + 1;
            }
        }

        throw new FormatException($"the quote at position {start} of '{_pattern}' is not closed");
    }

    private int AddRun(int start)
    {
        var letter = _pattern[start];
        if (!char.IsAsciiLetter(letter))
        {
            if ("{}#".Contains(letter))
            {
                throw new FormatException($"'{letter}' in '{_pattern}' is reserved");
            }

            _parts.Add(new Part(letter.ToString(), default, 0, 0));
            return start + 1;
        }

        var end = EndOfRun(start);
        if (letter != 'p')
        {
            AddField(letter, end - start, width: 0);
            return end;
        }

        if (end == _pattern.Length || !char.IsAsciiLetter(_pattern[end]))
        {
            throw new FormatException($"the pad letter 'p' in '{_pattern}' must be followed by a pattern letter");
        }

        var endOfField = EndOfRun(end);
        AddField(_pattern[end], endOfField - end, width: end - start);
        return endOfField;
    }

    private void AddField(char letter, int count, int width)
    {
        if (JavaTimeField.FindFault(letter, count) is { } fault)
        {
            throw new FormatException($"{fault} in '{_pattern}'");
        }

        _parts.Add(new Part(null, letter, count, width));
    }

    private int EndOfRun(int start)
    {
        var end = start;
        while (end < _pattern.Length && _pattern[end] == _pattern[start])
        {
            end++;
        }

        return end;
    }

    private readonly record struct Part(string? Text, char Letter, int Count, int Width);
}
