using System.Text;

namespace TelemetryAspire.Telemetry;

/// <summary>What Timestream allows as names of dimensions and measures.</summary>
/// <remarks>Source: Timestream developer guide, Quotas, 'Naming constraints' and 'System identifiers'.</remarks>
internal static class TimestreamNames
{
    /// <summary>The measure that tells how far a device's clock is ahead; no device may use the name.</summary>
    internal const string ClockOffset = "clock_offset_ms";

    private const int MaxDimensionNameBytes = 60;
    private const int MaxMeasureNameBytes = 256;
    private static readonly string[] SystemNames = ["time", "measure_value", "ts_non_existent_col"];
    private static readonly string[] SystemPrefixes = ["ts_", "measure_name", "measure_value"];

    /// <summary>
    /// Why a name cannot be used, as the end of a sentence that begins with the name; null if it can.
    /// </summary>
    internal static string? FindError(MemberKind kind, string name)
    {
        var longest = kind == MemberKind.Dimension ? MaxDimensionNameBytes : MaxMeasureNameBytes;
        return Encoding.UTF8.GetByteCount(name) switch
        {
            0 => "is empty",
            var length when length > longest => $"has {length} bytes; Timestream takes up to {longest}",
            _ when name == ClockOffset => "is the pipeline's own",
            _ when SystemNames.Contains(name) => "is Timestream's own",
            _ when Array.Find(SystemPrefixes, s => name.StartsWith(s, StringComparison.Ordinal)) is { } prefix =>
                $"begins with '{prefix}', which Timestream keeps for itself",
            _ when name.AsSpan().IndexOfAny(':', '"') is >= 0 and var at =>
                $"has a {name[at]}, which Timestream refuses",
            _ when name.Any(IsControl) => "has a control character, which Timestream refuses",
            _ => null,
        };
    }

    private static bool IsControl(char character) => character is < ' ' or '\u2028' or '\u2029';
}
