using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Writes values as the API's <c>Datum</c>, in the service's text forms.</summary>
internal static class DatumWriter
{
    private const long NanosPerSecond = 1_000_000_000;

    public static void Write(Utf8JsonWriter writer, object? value, SqlType type)
    {
        writer.WriteStartObject();
        switch (type)
        {
            case var _ when value is null or DBNull:
                writer.WriteBoolean("NullValue"u8, true);
                break;
            case TimeSeriesType series:
                WriteSeries(writer, (IEnumerable)value, series);
                break;
            case ArrayType array:
                writer.WriteStartArray("ArrayValue"u8);
                foreach (var element in (IEnumerable)value)
                {
                    Write(writer, Unwrapped(element, array.Element), array.Element);
                }

                writer.WriteEndArray();
                break;
            case RowType row:
                WriteRow(writer, (IReadOnlyDictionary<string, object?>)value, row);
                break;
            default:
                writer.WriteString("ScalarValue"u8, Text(value, ((ScalarType)type).Kind));
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>The text form of a timestamp: <c>2022-09-20 12:37:53.000000000</c>.</summary>
    public static string TimestampText(long nanos)
    {
        var (seconds, fraction) = Math.DivRem(nanos, NanosPerSecond);
        if (fraction < 0)
        {
            (seconds, fraction) = (seconds - 1, fraction + NanosPerSecond);
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss}.{fraction:D9}");
    }

    /// <summary>An element of a list inside a row, which comes in a struct of its own.</summary>
    private static object? Unwrapped(object? element, SqlType type) =>
        type is ScalarType && element is IReadOnlyDictionary<string, object?> wrapper
            ? wrapper[NullableLists.Field]
            : element;

    private static void WriteSeries(Utf8JsonWriter writer, IEnumerable points, TimeSeriesType series)
    {
        writer.WriteStartArray("TimeSeriesValue"u8);
        foreach (IReadOnlyDictionary<string, object?> point in points)
        {
            writer.WriteStartObject();
            writer.WriteString("Time"u8, TimestampText(ToInt64(point["time"]!)));
            writer.WritePropertyName("Value"u8);
            Write(writer, point["value"], series.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, RowType row)
    {
        writer.WriteStartObject("RowValue"u8);
        writer.WriteStartArray("Data"u8);
        for (var index = 0; index < row.Fields.Count; index++)
        {
            Write(writer, value[string.Create(CultureInfo.InvariantCulture, $"f{index}")], row.Fields[index].Type);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The text form of a scalar.</summary>
    public static string Text(object value, ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => (bool)value ? "true" : "false",
        ScalarKind.Double => JavaDoubleText.Format(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        ScalarKind.Timestamp => TimestampText(ToInt64(value)),
        ScalarKind.Time => TimeTexts.TimeOfDay(ToInt64(value)),
        ScalarKind.Date => DateText(value),
        ScalarKind.IntervalDayToSecond => TimeTexts.DayInterval(ToInt64(value)),
        ScalarKind.IntervalYearToMonth => TimeTexts.MonthInterval(ToInt64(value)),
        ScalarKind.Integer or ScalarKind.Bigint => ToInt64(value).ToString(CultureInfo.InvariantCulture),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static long ToInt64(object value) => value is BigInteger big
        ? (long)big
        : System.Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string DateText(object value) => value is DateOnly date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : ((DateTime)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
