using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>What matches are replaced with: text with <c>$1</c>, <c>${name}</c>, <c>\$</c>.</summary>
internal sealed class JavaReplacement
{
    /// <summary>A part is text, or a group's number.</summary>
    private readonly List<(string? Text, int Group)> _parts = [];

    private JavaReplacement()
    {
    }

    /// <exception cref="JavaPatternException">The text names an unknown group, or ends early.</exception>
    public static JavaReplacement Parse(string text, JavaPattern regex)
    {
        var replacement = new JavaReplacement();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            switch (text[at++])
            {
                case '\\' when at < text.Length:
                    literal.Append(text[at++]);
                    break;
                case '$' when at < text.Length:
                    replacement._parts.Add((literal.ToString(), 0));
                    literal.Clear();
                    replacement._parts.Add((null, ReadGroup(text, ref at, regex)));
                    break;
                case '\\' or '$':
                    throw Illegal(text);
                default:
                    literal.Append(text[at - 1]);
                    break;
            }
        }

        replacement._parts.Add((literal.ToString(), 0));
        return replacement;
    }

    /// <summary>Appends the replacement of one match; a group that had no part in it is empty.</summary>
    public void AppendTo(StringBuilder output, Match match)
    {
        foreach (var (text, group) in _parts)
        {
            output.Append(text ?? JavaPattern.Group(match, group));
        }
    }

    private static int ReadGroup(string text, ref int at, JavaPattern regex)
    {
        if (text[at] == '{')
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
            {
                throw Illegal(text);
            }

            var name = text[(at + 1)..end];
            at = end + 1;
            return regex.FindGroup(name) ?? throw UnknownGroup(name);
        }

        if (!char.IsAsciiDigit(text[at]))
        {
            throw Illegal(text);
        }

        var number = text[at++] - '0';
        if (number > regex.GroupCount)
        {
            throw UnknownGroup(number.ToString(CultureInfo.InvariantCulture));
        }

        // As many digits as make the number of a group.
        while (at < text.Length && char.IsAsciiDigit(text[at]) && (number * 10) + text[at] - '0' <= regex.GroupCount)
        {
            number = (number * 10) + text[at++] - '0';
        }

        return number;
    }

    private static JavaPatternException Illegal(string text) => new($"Illegal replacement sequence: {text}");

    private static JavaPatternException UnknownGroup(string name) =>
        new($"Illegal replacement sequence: unknown group {name}");
}
