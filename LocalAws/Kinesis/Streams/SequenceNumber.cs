using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>A position in a shard, in the layout AWS uses: 47 hexadecimal digits, shown as 56 decimal ones.</summary>
/// <remarks>
/// <code>
/// 2 | shard created, seconds (9) | shard index, low digit (1) | counter (16) | 00
///   | arrival, seconds (9) | shard index (8) | 2
/// </code>
/// The counter stands above the arrival time, so sequence numbers of a shard grow also when the clock goes back.
/// </remarks>
/// <param name="ShardCreatedSeconds">When the shard was created, seconds since 1970.</param>
/// <param name="ShardIndex">The number in the shard's id.</param>
/// <param name="Counter">How many records the shard had, with this one; 0 stands before the first.</param>
/// <param name="ArrivalSeconds">When the record arrived, seconds since 1970.</param>
internal readonly partial record struct SequenceNumber(
    long ShardCreatedSeconds,
    uint ShardIndex,
    ulong Counter,
    long ArrivalSeconds)
{
    /// <summary>The decimal digits of every sequence number.</summary>
    public const int Digits = 56;

    private const int Version = 2;
    private const long SecondsMask = (1L << 36) - 1;
    private const uint NineDigits = 1_000_000_000;

    /// <summary>What is left above the groups of nine digits.</summary>
    private const int LeadingDigits = Digits % 9;

    /// <summary>00 to 99: a division gives two digits.</summary>
    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324"u8
        + "25262728293031323334353637383940414243444546474849"u8
        + "50515253545556575859606162636465666768697071727374"u8
        + "75767778798081828384858687888990919293949596979899"u8;

    /// <summary>Checks that a sequence number consists of digits.</summary>
    public static void Validate(ref Validation validation, string path, string? value) =>
        validation.Pattern(path, value, Pattern(), @"0|([1-9]\d{0,128})");

    /// <summary>Reads a sequence number.</summary>
    /// <returns>False when the text is not in the layout above.</returns>
    public static bool TryParse(string text, out SequenceNumber sequenceNumber)
    {
        sequenceNumber = default;
        if (!BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value >> 184 != Version
            || (value & 0xF) != Version
            || (value >> 72 & 0xFF) != 0)
        {
            return false;
        }

        sequenceNumber = new SequenceNumber(
            (long)(value >> 148 & SecondsMask),
            (uint)(value >> 4 & uint.MaxValue),
            (ulong)(value >> 80 & ulong.MaxValue),
            (long)(value >> 36 & SecondsMask));
        return (value >> 144 & 0xF) == (sequenceNumber.ShardIndex & 0xF);
    }

    /// <summary>Writes the <see cref="Digits"/> decimal digits as ASCII.</summary>
    public void Format(Span<byte> digits)
    {
        Span<uint> limbs = stackalloc uint[6];
        Split(limbs);
        for (var start = Digits - 9; start > 0; start -= 9)
        {
            WriteDigits(digits.Slice(start, 9), DivideByNineDigits(limbs));
            if (limbs[0] == 0)
            {
                limbs = limbs[1..];
            }
        }

        WriteDigits(digits[..LeadingDigits], limbs[^1]);
    }

    public override string ToString()
    {
        Span<byte> digits = stackalloc byte[Digits];
        Format(digits);
        return System.Text.Encoding.ASCII.GetString(digits);
    }

    /// <summary>The 188 bits as 32-bit limbs, the most significant first.</summary>
    private void Split(Span<uint> limbs)
    {
        var low = ((UInt128)Counter << 80)
            | ((UInt128)(ArrivalSeconds & SecondsMask) << 36)
            | ((UInt128)ShardIndex << 4)
            | Version;
        var high = ((ulong)Version << 56)
            | ((ulong)(ShardCreatedSeconds & SecondsMask) << 20)
            | ((ulong)(ShardIndex & 0xF) << 16)
            | (Counter >> 48);
        limbs[0] = (uint)(high >> 32);
        limbs[1] = (uint)high;
        limbs[2] = (uint)(low >> 96);
        limbs[3] = (uint)(low >> 64);
        limbs[4] = (uint)(low >> 32);
        limbs[5] = (uint)low;
    }

    /// <summary>Writes a number that has no more than these digits.</summary>
    private static void WriteDigits(Span<byte> digits, uint value)
    {
        var end = digits.Length;
        for (; end > 1; end -= 2)
        {
            (value, var pair) = Math.DivRem(value, 100u);
            Pairs.Slice((int)pair * 2, 2).CopyTo(digits[(end - 2)..]);
        }

        if (end == 1)
        {
            digits[0] = (byte)('0' + value);
        }
    }

    private static uint DivideByNineDigits(Span<uint> limbs)
    {
        ulong remainder = 0;
        foreach (ref var limb in limbs)
        {
            var dividend = (remainder << 32) | limb;
            limb = (uint)(dividend / NineDigits);
            remainder = dividend % NineDigits;
        }

        return (uint)remainder;
    }

    [GeneratedRegex(@"\A(0|([1-9]\d{0,128}))\z")]
    private static partial Regex Pattern();
}
