using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>A compiled pattern of date_format, date_parse, format_datetime or parse_datetime.</summary>
internal sealed class TimePattern(IReadOnlyList<PatternElement> elements)
{
    public string Format(long nanos)
    {
        var time = new CivilTime(nanos);
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            element.Write(time, text);
        }

        return text.ToString();
    }

    /// <summary>
    /// Nanoseconds since the epoch; null when the text does not fit the pattern to its end, or names no time.
    /// </summary>
    public long? Parse(string text)
    {
        var time = new ParsedTime();
        var position = 0;
        foreach (var element in elements)
        {
            if (!element.TryRead(text, ref position, time))
            {
                return null;
            }
        }

        return position == text.Length ? time.ToNanos() : null;
    }
}
