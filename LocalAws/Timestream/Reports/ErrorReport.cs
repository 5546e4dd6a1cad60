using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream.Reports;

/// <summary>A report of records that were not stored. Source: developer guide, "Scheduled query error reports reference".</summary>
internal sealed record ErrorReport(string ReportId, IReadOnlyList<ReportedError> Errors);

/// <summary>An error, and the records that it is about; null when it is about none.</summary>
internal sealed record ReportedError(string Reason, IReadOnlyList<ReportedRecord>? Records);

/// <summary>A record as reports have it: absent members are null, the time is in nanoseconds.</summary>
internal sealed record ReportedRecord(
    IReadOnlyList<ReportedDimension> Dimensions,
    string MeasureName,
    string? MeasureValue,
    IReadOnlyList<ReportedMeasure>? MeasureValues,
    string MeasureValueType,
    string Time,
    string TimeUnit,
    long? Version)
{
    public static ReportedRecord Of(IncomingRecord record)
    {
        var isMulti = record.Type is MeasureType.Multi;
        return new ReportedRecord(
            [.. record.Series.Dimensions.Select(dimension => new ReportedDimension(dimension.Name, dimension.Value, null))],
            record.MeasureName,
            isMulti ? null : Text(record.Values[0].Value),
            isMulti
                ? [.. record.Values.Select(measure => new ReportedMeasure(
                    measure.Name, Text(measure.Value), measure.Value.Type.WireName()))]
                : null,
            record.Type.WireName(),
            record.TimeNanos.ToString(CultureInfo.InvariantCulture),
            "NANOSECONDS",
            record.Version);
    }

    private static string Text(ScalarValue value) => value.Type switch
    {
        MeasureType.Double => JavaDoubleText.Format(value.Double),
        MeasureType.Varchar => value.Text!,
        MeasureType.Boolean => value.Bits != 0 ? "true" : "false",
        _ => value.Bits.ToString(CultureInfo.InvariantCulture),
    };
}

internal sealed record ReportedDimension(string Name, string Value, string? DimensionValueType);

internal sealed record ReportedMeasure(string Name, string Value, string Type);
