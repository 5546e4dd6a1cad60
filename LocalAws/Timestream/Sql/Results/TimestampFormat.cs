namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Writes timestamps as the service does: <c>2022-09-20 12:37:53.000000000</c>.</summary>
internal static class TimestampFormat
{
    public const int Length = 29;

    private const long NanosPerSecond = 1_000_000_000;

    /// <summary>Writes exactly <see cref="Length"/> bytes; every time in 64 bits of nanoseconds has a year of four digits.</summary>
    public static void Write(long nanos, Span<byte> text)
    {
        var (seconds, fraction) = Math.DivRem(nanos, NanosPerSecond);
        if (fraction < 0)
        {
            (seconds, fraction) = (seconds - 1, fraction + NanosPerSecond);
        }

        var time = DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        "0000-00-00 00:00:00.000000000"u8.CopyTo(text);
        Write(text[..4], time.Year);
        Write(text[5..7], time.Month);
        Write(text[8..10], time.Day);
        Write(text[11..13], time.Hour);
        Write(text[14..16], time.Minute);
        Write(text[17..19], time.Second);
        Write(text[20..Length], (int)fraction);
    }

    private static void Write(Span<byte> digits, int number)
    {
        for (var index = digits.Length - 1; number > 0; index--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            digits[index] = (byte)('0' + digit);
        }
    }
}
