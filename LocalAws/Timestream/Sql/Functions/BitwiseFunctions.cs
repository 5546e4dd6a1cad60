using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Bitwise functions on bigints, in two's complement.</summary>
internal static class BitwiseFunctions
{
    public static void AddTo(FunctionTable table)
    {
        SqlType whole = SqlType.Bigint;
        table.Add("bitwise_and", whole, [whole, whole], a => $"({a[0]} & {a[1]})");
        table.Add("bitwise_or", whole, [whole, whole], a => $"({a[0]} | {a[1]})");
        table.Add("bitwise_xor", whole, [whole, whole], a => $"xor({a[0]}, {a[1]})");
        table.Add("bitwise_not", whole, [whole], a => $"(~{a[0]})");
        table.Add("bit_count", whole, [whole, whole], BitCount);
    }

    private static string BitCount(string[] a)
    {
        var outOfBounds = Failure.Sql(
            SqlType.Bigint, "'Bits specified in bit_count must be between 2 and 64, got '", a[1]);
        var tooLarge = Failure.Sql(
            SqlType.Bigint,
            "'Number must be representable with the bits specified. '",
            a[0],
            "' can not be represented with '",
            a[1],
            "' bits'");
        return Guard.Around(
            $"COALESCE({MathUdfs.BitCount}({a[0]}, {a[1]}), {tooLarge})",
            a,
            new Guard($"{a[1]} NOT BETWEEN 2 AND 64", outOfBounds));
    }
}
