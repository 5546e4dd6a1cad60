using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Reads numbers off bound SQL where they are literals: <c>CAST(0.5 AS DOUBLE)</c>, or an array of those.</summary>
internal static partial class ConstantNumbers
{
    /// <summary>The numbers, one or an array's; null when one of them is no literal.</summary>
    public static decimal[]? Read(string sql)
    {
        var numbers = new List<decimal>();
        foreach (var item in ArrayCast.Replace(sql, "$1").Trim('[', ']').Split(", "))
        {
            if (Number.Match(item) is not { Success: true } match
                || !decimal.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    [GeneratedRegex(@"^CAST\((\[.*\]) AS \w+\[\]\)$", RegexOptions.CultureInvariant)]
    private static partial Regex ArrayCast { get; }

    [GeneratedRegex(@"^(?:CAST\()*([\d.]+(?:E[+-]?\d+)?)(?: AS \w+\))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
