namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>Computes the CRC of a whole from the CRCs of its parts, without reading them again.</summary>
/// <remarks>
/// A CRC is a remainder of polynomial division, so the CRC of A followed by B is that of A times x to the power of the
/// bits in B, plus that of B. Polynomials are kept with their bits reversed, as reflected CRCs are: the highest bit is
/// the coefficient of x to the power 0. Initial and final inversion cancel out, as zlib's crc32_combine uses, too.
/// </remarks>
/// <param name="bits">Width of the CRC.</param>
/// <param name="reversedPolynomial">The polynomial without its highest term, its bits reversed.</param>
internal sealed class CrcCombination(int bits, ulong reversedPolynomial)
{
    public static readonly CrcCombination Crc32 = new(32, 0xEDB88320);
    public static readonly CrcCombination Crc32C = new(32, 0x82F63B78);
    public static readonly CrcCombination Crc64Nvme = new(64, Crc64NvmeChecksum.ReversedPolynomial);

    private const int BitsPerByte = 8;

    private ulong One => 1UL << (bits - 1);

    /// <summary>The CRC of what <paramref name="first"/> and <paramref name="second"/> are the CRCs of.</summary>
    /// <param name="first">Big-endian CRC of the first part.</param>
    /// <param name="second">Big-endian CRC of the second part.</param>
    /// <param name="secondLength">Length of the second part in bytes.</param>
    public byte[] Combine(byte[] first, byte[] second, long secondLength)
    {
        var shifted = Multiply(ToNumber(first), PowerOfX((UInt128)(ulong)secondLength * BitsPerByte));
        var combined = shifted ^ ToNumber(second);
        return [.. BitConverter.GetBytes(combined).Take(bits / BitsPerByte).Reverse()];
    }

    private static ulong ToNumber(byte[] bigEndian) =>
        bigEndian.Aggregate(0UL, (number, octet) => (number << BitsPerByte) | octet);

    private ulong PowerOfX(UInt128 exponent)
    {
        var power = One;
        // x to the powers 1, 2, 4, 8, …; x itself is the bit beside that of 1.
        for (var square = One >> 1; exponent > 0; square = Multiply(square, square), exponent >>= 1)
        {
            if (!UInt128.IsEvenInteger(exponent))
            {
                power = Multiply(power, square);
            }
        }
        return power;
    }

    private ulong Multiply(ulong left, ulong right)
    {
        var product = 0UL;
        for (; left != 0; left = (left << 1) & (ulong.MaxValue >> (64 - bits)))
        {
            if ((left & One) != 0)
            {
                product ^= right;
            }
            right = (right & 1) == 0 ? right >> 1 : (right >> 1) ^ reversedPolynomial;
        }
        return product;
    }
}
