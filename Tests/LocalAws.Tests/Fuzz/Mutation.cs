namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Damages bytes: what a broken client, a broken network or an attacker makes of a message.</summary>
internal static class Mutation
{
    private static readonly byte[][] Insertions =
    [
        [0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(),
        "["u8.ToArray(), ","u8.ToArray(), "\\u"u8.ToArray(), "\r\n"u8.ToArray(), "%"u8.ToArray(), "&"u8.ToArray(),
    ];

    /// <summary>Damages a message in one to three ways.</summary>
    public static byte[] Apply(byte[] message, Random random)
    {
        for (var i = random.Next(1, 4); i > 0 && message.Length > 0; i--)
        {
            message = Once(message, random);
        }

        return message;
    }

    private static byte[] Once(byte[] message, Random random)
    {
        var at = random.Next(message.Length);
        var length = random.Next(1, Math.Min(64, message.Length - at) + 1);
        switch (random.Next(6))
        {
            case 0:
                var flipped = (byte[])message.Clone();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return message[..at];
            case 2:
                return [.. message[..(at + length)], .. message[at..]];
            case 3:
                return [.. message[..at], .. message[(at + length)..]];
            case 4:
                return [.. message[..at], .. Hostile.Choose(random, Insertions), .. message[at..]];
            default:
                var swapped = (byte[])message.Clone();
                swapped[at] = (byte)random.Next(256);
                return swapped;
        }
    }
}
