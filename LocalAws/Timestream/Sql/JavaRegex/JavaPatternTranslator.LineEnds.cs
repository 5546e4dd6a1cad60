namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <content>What depends on line ends, of which Java has six: the dot, ^ and $.</content>
internal sealed partial class JavaPatternTranslator
{
    private const string AnyLineEnd = "[\\n\\r\\u0085\\u2028\\u2029]";

    /// <summary>A plain text has no line ends, so that .NET's dot, which is fast, matches all of it.</summary>
    private void AppendDot()
    {
        var lineEnds = _flags.HasFlag(JavaFlags.UnixLines) ? "\n" : JavaCharacterClasses.LineEnds;
        var matched = _flags.HasFlag(JavaFlags.DotAll) ? CodePointSet.All : CodePointSet.Of(lineEnds).Complement();
        _output.Append(_isPlain ? "." : matched.ToPattern(basicOnly: false));
    }

    private string CaretPattern()
    {
        if (_isPlain || !_flags.HasFlag(JavaFlags.MultiLine))
        {
            return "(?:\\A)";
        }

        return _flags.HasFlag(JavaFlags.UnixLines)
            ? "(?:\\A|(?<=\\n)(?!\\z))"
            : $"(?:\\A|(?:(?<=[\\n\\u0085\\u2028\\u2029])|(?<=\\r)(?!\\n))(?!\\z))";
    }

    /// <summary>Before the line end that ends the text, or before every line end, but never inside \r\n.</summary>
    private string DollarPattern(bool isMultiLine)
    {
        if (_isPlain)
        {
            return "(?:\\z)";
        }

        if (_flags.HasFlag(JavaFlags.UnixLines))
        {
            return isMultiLine ? "(?=\\n|\\z)" : "(?=\\n?\\z)";
        }

        return isMultiLine
            ? $"(?:(?={AnyLineEnd}|\\z)(?!(?<=\\r)\\n))"
            : $"(?:(?=(?:\\r\\n|{AnyLineEnd})?\\z)(?!(?<=\\r)\\n))";
    }
}
