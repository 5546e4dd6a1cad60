using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TelemetryAspire.Telemetry;

/// <summary>What Timestream takes of what JSON calls a number.</summary>
internal static class JsonNumbers
{
    /// <summary>The longest text Timestream takes as a value (Timestream developer guide, Quotas).</summary>
    private const int MaxValueLength = 2_048;

    /// <summary>Fewer digits than this without an exponent cannot reach the largest double, 1.8e308.</summary>
    private const int SurelyFiniteLength = 300;

    /// <summary>A number of Timestream's type double: its own digits, so that nothing is rounded on the way.</summary>
    /// <returns>Null if it lies beyond the largest double.</returns>
    internal static string? ToDoubleText(ReadOnlySpan<byte> number)
    {
        if (number.Length < SurelyFiniteLength && !number.ContainsAny((byte)'e', (byte)'E'))
        {
            return Encoding.ASCII.GetString(number);
        }

        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return null;
        }

        return number.Length <= MaxValueLength
            ? Encoding.ASCII.GetString(number)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of Timestream's type bigint.</summary>
    /// <returns>Null if it has a fraction or exponent, or does not fit 64 bits.</returns>
    internal static string? ToBigIntText(ReadOnlySpan<byte> number) =>
        Utf8Parser.TryParse(number, out long _, out var length) && length == number.Length
            ? Encoding.ASCII.GetString(number)
            : null;

    /// <summary>Whether a text begins as programs write what is not a finite number: NaN, Infinity, -inf.</summary>
    internal static bool IsNotANumber(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("+-"u8);
        return text.Length >= 3
            && (Ascii.EqualsIgnoreCase(text[..3], "nan"u8) || Ascii.EqualsIgnoreCase(text[..3], "inf"u8));
    }

    /// <summary>The name JSON gives to a kind of value.</summary>
    internal static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        _ => "null",
    };
}
