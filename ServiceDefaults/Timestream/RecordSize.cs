using System.Text;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Measures records the way Timestream meters them, taking every value as its text.</summary>
/// <remarks>Source: Timestream developer guide, "Metering and pricing: writes".</remarks>
internal static class RecordSize
{
    private const int TimeSizeBytes = 8;

    /// <summary>Size in bytes: time, names and values of dimensions and measures.</summary>
    internal static int OfBytes(Record record)
    {
        var size = TimeSizeBytes + Of(record.MeasureName) + Of(record.MeasureValue);
        foreach (var dimension in record.Dimensions ?? [])
        {
            size += Of(dimension.Name) + Of(dimension.Value);
        }

        foreach (var measure in record.MeasureValues ?? [])
        {
            size += Of(measure.Name) + Of(measure.Value);
        }

        return size;
    }

    private static int Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
