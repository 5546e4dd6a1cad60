namespace TelemetryAspire.Telemetry;

/// <summary>Reads an event time from its digits, exactly.</summary>
/// <remarks>
/// A double holds 16 digits and a time to the nanosecond has 19, so the digits are shifted, never calculated with:
/// <c>1594598735.7727768</c> seconds is 1594598735772776800 nanoseconds. What is finer than a nanosecond is cut off.
/// </remarks>
internal static class EventTimeText
{
    /// <summary>Beyond any exponent that could still meet a digit: a record is at most 10 MiB long.</summary>
    private const int ExponentLimit = 100_000_000;

    internal enum Result
    {
        Success,
        NotANumber,
        OutOfRange,
    }

    /// <summary>Reads a number in JSON's notation, such as <c>1.594598735e9</c>, as nanoseconds since 1970.</summary>
    internal static Result Parse(ReadOnlySpan<byte> text, EventTimeUnit unit, out long nanoseconds)
    {
        nanoseconds = 0;
        var isNegative = text.StartsWith((byte)'-');
        var rest = isNegative ? text[1..] : text;
        var integer = TakeDigits(ref rest);
        ReadOnlySpan<byte> fraction = [];
        if (rest.StartsWith((byte)'.'))
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
            if (fraction.IsEmpty)
            {
                return Result.NotANumber;
            }
        }

        if (integer.IsEmpty || !TryTakeExponent(ref rest, out var exponent) || !rest.IsEmpty)
        {
            return Result.NotANumber;
        }

        if (isNegative)
        {
            var isZero = !integer.ContainsAnyExcept((byte)'0') && !fraction.ContainsAnyExcept((byte)'0');
            return isZero ? Result.Success : Result.OutOfRange;
        }

        return Shift(integer, fraction, integer.Length + exponent + NanosecondDigits(unit), out nanoseconds);
    }

    /// <summary>
    /// Takes the first <paramref name="count"/> digits of both parts, with zeros behind them, as one integer.
    /// </summary>
    private static Result Shift(ReadOnlySpan<byte> integer, ReadOnlySpan<byte> fraction, int count, out long value)
    {
        var digits = integer.Length + fraction.Length;
        value = 0;
        for (var i = 0; i < count; i++)
        {
            if (i >= digits && value == 0)
            {
                return Result.Success;
            }

            var digit = i < integer.Length ? integer[i] - '0' : i < digits ? fraction[i - integer.Length] - '0' : 0;
            if (value > (long.MaxValue - digit) / 10)
            {
                return Result.OutOfRange;
            }

            value = (value * 10) + digit;
        }

        return Result.Success;
    }

    private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = length < 0 ? rest : rest[..length];
        rest = rest[digits.Length..];
        return digits;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<byte> rest, out int exponent)
    {
        exponent = 0;
        if (rest.IsEmpty || rest[0] is not ((byte)'e' or (byte)'E'))
        {
            return true;
        }

        rest = rest[1..];
        var isNegative = rest.StartsWith((byte)'-');
        rest = isNegative || rest.StartsWith((byte)'+') ? rest[1..] : rest;
        var digits = TakeDigits(ref rest);
        foreach (var digit in digits)
        {
            exponent = Math.Min(ExponentLimit, (exponent * 10) + (digit - '0'));
        }

        exponent = isNegative ? -exponent : exponent;
        return !digits.IsEmpty;
    }

    private static int NanosecondDigits(EventTimeUnit unit) => unit switch
    {
        EventTimeUnit.Seconds => 9,
        EventTimeUnit.Milliseconds => 6,
        EventTimeUnit.Microseconds => 3,
        EventTimeUnit.Nanoseconds => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}
