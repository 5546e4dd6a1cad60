using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Texts as numbers, as Java reads them. What cannot be read is NULL.</summary>
internal static partial class ConversionUdfs
{
    public const string ParseBigint = "parse_bigint";
    public const string ParseDouble = "parse_double";

    public static void Register(DuckDBConnection connection)
    {
        Udf.RegisterParser<string, long>(connection, ParseBigint, ReadBigint);
        Udf.RegisterParser<string, double>(connection, ParseDouble, ReadDouble);
    }

    /// <summary>As <c>Long.parseLong</c>: a sign and digits, no space.</summary>
    private static long? ReadBigint(string text) =>
        WholeNumber().IsMatch(text)
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>As <c>Double.parseDouble</c>, without its hexadecimal numbers.</summary>
    private static double? ReadDouble(string text) => Number().Match(text) is { Success: true } match
        ? match.Groups["digits"].Success
            ? double.Parse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture)
            : match.Groups["value"].Value switch
            {
                "-Infinity" => double.NegativeInfinity,
                "Infinity" or "+Infinity" => double.PositiveInfinity,
                _ => double.NaN,
            }
        : null;

    [GeneratedRegex(@"^[+-]?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(
        @"^[\0-\x20]*(?<value>[+-]?(?:NaN|Infinity|(?<digits>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)))"
        + @"(?(digits)[fFdD]?)[\0-\x20]*\z")]
    private static partial Regex Number();
}
