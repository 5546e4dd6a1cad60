using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Formats doubles as the service does, which is Java's <c>Double.toString</c>.</summary>
/// <remarks>Samples: <c>34.840635191284385</c>, <c>1.6554878837710001E9</c>, <c>100.0</c>, <c>1.0E-5</c>, <c>NaN</c>.</remarks>
internal static class JavaDoubleText
{
    /// <summary>No text is longer: <c>-2.2250738585072014E-308</c>.</summary>
    public const int MaxLength = 32;

    /// <summary>Writes the text and returns its length.</summary>
    public static int Format(double value, Span<byte> text)
    {
        // Between these, .NET's shortest form is Java's, but for the point that Java always writes.
        if (Math.Abs(value) is not (>= 1e-3 and < 1e7))
        {
            return Encoding.ASCII.GetBytes(Format(value), text);
        }

        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (text[..length].Contains((byte)'.'))
        {
            return length;
        }

        ".0"u8.CopyTo(text[length..]);
        return length + 2;
    }

    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        if (value == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        var (digits, exponent) = Decompose(Math.Abs(value));
        var text = new StringBuilder(value < 0 ? "-" : "");
        return exponent is >= -3 and < 7
            ? AppendPlain(text, digits, exponent).ToString()
            : AppendPlain(text, digits, 0).Append('E').Append(exponent).ToString();
    }

    /// <summary>The shortest digits that read back as the number, the first of them worth 10^exponent.</summary>
    private static (string Digits, int Exponent) Decompose(double value)
    {
        // "R" gives either 123.45 or 1.2345E+20; both hold the same shortest digits.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = 0;
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var digits = whole + (point < 0 ? "" : text[(point + 1)..]);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return (digits, exponent + whole.Length - 1 - zeros);
    }

    /// <summary>Writes the digits with a point after the one worth 1, and a digit at least on both sides.</summary>
    private static StringBuilder AppendPlain(StringBuilder text, string digits, int exponent)
    {
        if (exponent < 0)
        {
            return text.Append("0.").Append('0', -exponent - 1).Append(digits);
        }

        var whole = Math.Min(digits.Length, exponent + 1);
        text.Append(digits, 0, whole).Append('0', exponent + 1 - whole).Append('.');
        return whole == digits.Length ? text.Append('0') : text.Append(digits, whole, digits.Length - whole);
    }
}
