using System.Text;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Which names dimensions and measures may have. Source: developer guide, "Quotas", naming constraints.</summary>
internal static class ColumnNames
{
    public static void CheckDimension(string name)
    {
        CheckCommon("dimension", name, TimestreamQuotas.DimensionNameBytes);
        foreach (var character in name)
        {
            if (character is '"' or < ' ' or '\u2028' or '\u2029')
            {
                throw Invalid("dimension", name, "it contains a character that is not allowed");
            }
        }
    }

    public static void CheckMeasure(string name) => CheckCommon("measure", name, TimestreamQuotas.NameBytes);

    private static void CheckCommon(string kind, string name, int maxBytes)
    {
        if (name.Length > maxBytes / 4 && Encoding.UTF8.GetByteCount(name) > maxBytes)
        {
            throw Invalid(kind, name, $"it is longer than {maxBytes} bytes");
        }

        if (name.Contains(':'))
        {
            throw Invalid(kind, name, "it contains a colon");
        }

        if (name.Contains(StoredText.Nul))
        {
            throw Invalid(kind, name, StoredText.WhyNot);
        }

        if (IsReserved(name))
        {
            throw Invalid(kind, name, "it is reserved");
        }
    }

    private static bool IsReserved(string name) =>
        name.StartsWith("ts_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("measure_value", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("measure_name", StringComparison.OrdinalIgnoreCase)
        || name.Equals("time", StringComparison.OrdinalIgnoreCase);

    private static Protocol.AwsException Invalid(string kind, string name, string why) =>
        TimestreamErrors.Validation($"The {kind} name '{name}' is invalid: {why}.");
}
