using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>One typed measure value. Two values are equal when type and bits (or text) are: the rule for repeated writes.</summary>
/// <param name="Type">Any type but <see cref="MeasureType.Multi"/>.</param>
/// <param name="Bits">The number, the double's bits, nanoseconds, or 0/1 for a boolean.</param>
/// <param name="Text">The text of a VARCHAR, else null.</param>
internal readonly record struct ScalarValue(MeasureType Type, long Bits, string? Text = null)
{
    public double Double => BitConverter.Int64BitsToDouble(Bits);

    public static ScalarValue OfDouble(double value) => new(MeasureType.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads the text form WriteRecords carries; false when the text is no finite value of the type.</summary>
    public static bool TryParse(MeasureType type, string text, out ScalarValue value)
    {
        value = default;
        switch (type)
        {
            case MeasureType.Double:
                const NumberStyles Float = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
                    | NumberStyles.AllowExponent;
                if (!double.TryParse(text, Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                {
                    return false;
                }

                value = OfDouble(number);
                return true;
            case MeasureType.Bigint or MeasureType.Timestamp:
                var parsed = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits);
                value = new ScalarValue(type, bits);
                return parsed;
            case MeasureType.Boolean:
                var isTrue = text.Equals("true", StringComparison.OrdinalIgnoreCase);
                value = new ScalarValue(type, isTrue ? 1 : 0);
                return isTrue || text.Equals("false", StringComparison.OrdinalIgnoreCase);
            case MeasureType.Varchar:
                value = new ScalarValue(type, 0, text);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, null);
        }
    }
}
