using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace TelemetryAspire.FunctionHost;

/// <summary>A record's position in its shard: a decimal number, compared as one (never as text).</summary>
/// <remarks>
/// AWS promises that it grows along a shard, and nothing else; the documented form has up to 129 digits.
/// </remarks>
public readonly record struct SequenceNumber(BigInteger Value) : IComparable<SequenceNumber>
{
    /// <summary>
    /// The most digits a sequence number has: the pattern <c>0|([1-9]\d{0,128})</c> of the Kinesis API.
    /// </summary>
    public const int MaxDigits = 129;

    /// <summary>Reads the decimal form that Kinesis returns.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a sequence number.</exception>
    public static SequenceNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a sequence number.");

    /// <summary>Reads the decimal form that Kinesis returns; false when <paramref name="text"/> is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SequenceNumber number)
    {
        number = default;
        if (text is null or { Length: 0 or > MaxDigits }
            || !BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = new SequenceNumber(value);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SequenceNumber other) => Value.CompareTo(other.Value);

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(SequenceNumber left, SequenceNumber right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> stands after <paramref name="right"/>.</summary>
    public static bool operator >(SequenceNumber left, SequenceNumber right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> stands before or at <paramref name="right"/>.</summary>
    public static bool operator <=(SequenceNumber left, SequenceNumber right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> stands after or at <paramref name="right"/>.</summary>
    public static bool operator >=(SequenceNumber left, SequenceNumber right) => left.Value >= right.Value;

    /// <summary>The decimal form that Kinesis uses.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
