using System.Globalization;
using System.Numerics;
using System.Text;
using DuckDB.NET.Data;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions on numbers that DuckDB lacks.</summary>
internal static class MathUdfs
{
    public const string Cbrt = "math_cbrt";

    /// <summary>bit_count of the lowest bits; NULL when the number does not fit into so many.</summary>
    public const string BitCount = "math_bit_count";

    public const string ToBase = "math_to_base";

    /// <summary>NULL when the text is no number of that base.</summary>
    public const string FromBase = "math_from_base";

    /// <summary>A whole number rounded to a negative number of digits; NULL when the result is no bigint.</summary>
    public const string RoundWhole = "math_round_whole";

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Of the largest bigint.</summary>
    private const int MaxDigits = 19;

    public static void Register(DuckDBConnection connection)
    {
        Udf.Register<double, double>(connection, Cbrt, CubeRoot);
        Udf.Register<long, long, string>(connection, ToBase, WriteInBase);
        Udf.RegisterParser<long, long, long>(connection, BitCount, CountBits);
        Udf.RegisterParser<long, long, long>(connection, RoundWhole, RoundToDigits);
        Udf.RegisterParser<string, long, long>(connection, FromBase, ReadInBase);
    }

    /// <summary>The double nearest to the root: the C library's may be beside it, 3.0000000000000004 for 27.</summary>
    private static double CubeRoot(double value)
    {
        var root = Math.Cbrt(value);
        return double.IsFinite(root) && root != 0
            ? new[] { root, Math.BitDecrement(root), Math.BitIncrement(root) }
                .MinBy(near => Math.Abs(Residual(near, value)))
            : root;
    }

    /// <summary>root³ - value, with the digits that a product of doubles loses.</summary>
    private static double Residual(double root, double value)
    {
        var square = root * root;
        var lost = Math.FusedMultiplyAdd(root, root, -square);
        return Math.FusedMultiplyAdd(square, root, -value) + (lost * root);
    }

    private static long? CountBits(long number, long bits)
    {
        var largest = (1L << ((int)bits - 1)) - 1;
        if (bits < 64 && (number > largest || number < ~largest))
        {
            return null;
        }

        return BitOperations.PopCount(bits == 64 ? (ulong)number : (ulong)number & ((1UL << (int)bits) - 1));
    }

    /// <summary>Halves are rounded away from zero.</summary>
    private static long? RoundToDigits(long number, long digits)
    {
        if (digits >= 0)
        {
            return number;
        }

        if (digits < -MaxDigits)
        {
            return 0;
        }

        var unit = (Int128)Math.Pow(10, -digits);
        var rounded = (Int128.Abs(number) + (unit / 2)) / unit * unit * Math.Sign(number);
        return rounded >= long.MinValue && rounded <= long.MaxValue ? (long)rounded : null;
    }

    private static string WriteInBase(long number, long radix)
    {
        var size = Int128.Abs(number);
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, Digits[(int)(size % radix)]);
            size /= radix;
        }
        while (size > 0);
        return number < 0 ? $"-{digits}" : digits.ToString();
    }

    private static long? ReadInBase(string text, long radix)
    {
        var isNegative = text.StartsWith('-');
        var digits = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        if (digits.IsEmpty)
        {
            return null;
        }

        Int128 number = 0;
        foreach (var character in digits)
        {
            var digit = Digits.IndexOf(char.ToLower(character, CultureInfo.InvariantCulture), StringComparison.Ordinal);
            number = (number * radix) + digit;
            if (digit < 0 || digit >= radix || number > (Int128)long.MaxValue + 1)
            {
                return null;
            }
        }

        number = isNegative ? -number : number;
        return number <= long.MaxValue ? (long)number : null;
    }
}
