using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Types;

/// <summary>Writes values as DuckDB literals, and reads the dialect's texts of dates and times.</summary>
internal static class Literals
{
    private const long NanosPerSecond = 1_000_000_000;
    private const long NanosPerDay = 86_400 * NanosPerSecond;

    /// <summary>A string literal; quotes inside are doubled, which is all that DuckDB's standard strings need.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Bigint(long value) => value == long.MinValue
        ? "(-9223372036854775807 - 1)"
        : string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS BIGINT)");

    public static string Integer(long value) => string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS INTEGER)");

    /// <summary>Reads <c>2026-01-31 12:34:56.123456789</c>, a <c>T</c> for the space, a shorter time or a zone at the end.</summary>
    public static bool TryReadTimestamp(string text, out long nanos)
    {
        nanos = 0;
        text = text.Trim();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var fraction = 0L;
        if (dot >= 0)
        {
            var end = dot + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            var digits = text[(dot + 1)..end];
            if (digits.Length is 0 or > 9)
            {
                return false;
            }

            fraction = long.Parse(digits.PadRight(9, '0'), CultureInfo.InvariantCulture);
            text = text[..dot] + text[end..];
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return false;
        }

        var seconds = time.ToUnixTimeSeconds();
        if (Math.Abs(seconds) > (long.MaxValue / NanosPerSecond) - 1)
        {
            return false;
        }

        nanos = (seconds * NanosPerSecond) + fraction;
        return true;
    }

    /// <summary>Reads <c>2026-01-31</c> as days since the epoch.</summary>
    public static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads <c>12:34:56.123</c> as nanoseconds since midnight.</summary>
    public static bool TryReadTime(string text, out long nanos)
    {
        var read = TryReadTimestamp($"1970-01-01 {text.Trim()}", out nanos);
        return read && nanos is >= 0 and < NanosPerDay;
    }

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd'T'HH:mmK",
    ];
}
