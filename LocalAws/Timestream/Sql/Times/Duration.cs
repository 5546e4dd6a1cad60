using System.Globalization;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Reads the texts of parse_duration: <c>42.8ms</c>, <c>3 d</c>, <c>5y</c>.</summary>
internal static partial class Duration
{
    /// <summary>
    /// Nanoseconds; null when the text is no such duration. What is finer than a nanosecond is cut off.
    /// </summary>
    public static long? ReadNanos(string text) =>
        Form().Match(text) is { Success: true } match
        && IntervalUnits.IsLiteralUnit(match.Groups["unit"].Value)
        && IntervalUnits.TryGetNanos(match.Groups["unit"].Value, out var nanos)
        && decimal.TryParse(
            match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number <= (decimal)long.MaxValue / nanos
            ? (long)(number * nanos)
            : null;

    /// <summary>Months; null when the text is no whole number of months or years.</summary>
    public static int? ReadMonths(string text) =>
        Form().Match(text) is { Success: true } match
        && IntervalUnits.IsLiteralUnit(match.Groups["unit"].Value)
        && IntervalUnits.TryGetMonths(match.Groups["unit"].Value, out var months)
        && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= int.MaxValue / months
            ? number * months
            : null;

    [GeneratedRegex(@"^\s*(?<number>[0-9]+(?:\.[0-9]+)?)\s*(?<unit>[A-Za-z]+)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
