using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Writes values as the API's <c>Datum</c>, in the service's text forms.</summary>
internal static class DatumWriter
{
    private static readonly JsonEncodedText ScalarValue = JsonEncodedText.Encode("ScalarValue");

    public static void Write(Utf8JsonWriter writer, object? value, SqlType type)
    {
        switch (type)
        {
            case var _ when value is null or DBNull:
                WriteNull(writer);
                break;
            case TimeSeriesType series:
                WriteSeries(writer, (IEnumerable)value, series);
                break;
            case ArrayType array:
                WriteArray(writer, (IEnumerable)value, array);
                break;
            case RowType row:
                WriteRow(writer, (IReadOnlyDictionary<string, object?>)value, row);
                break;
            default:
                WriteScalar(writer, value, ((ScalarType)type).Kind);
                break;
        }
    }

    public static void WriteNull(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("NullValue"u8, true);
        writer.WriteEndObject();
    }

    public static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[JavaDoubleText.MaxLength];
        WriteText(writer, text[..JavaDoubleText.Format(value, text)]);
    }

    public static void WriteTimestamp(Utf8JsonWriter writer, long nanos)
    {
        Span<byte> text = stackalloc byte[TimestampFormat.Length];
        TimestampFormat.Write(nanos, text);
        WriteText(writer, text);
    }

    public static void WriteWhole(Utf8JsonWriter writer, long value)
    {
        Span<byte> text = stackalloc byte[20];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        WriteText(writer, text[..length]);
    }

    public static void WriteText(Utf8JsonWriter writer, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(ScalarValue, value);
        writer.WriteEndObject();
    }

    /// <summary>The text form of a timestamp: <c>2022-09-20 12:37:53.000000000</c>.</summary>
    public static string TimestampText(long nanos)
    {
        Span<byte> text = stackalloc byte[TimestampFormat.Length];
        TimestampFormat.Write(nanos, text);
        return Encoding.ASCII.GetString(text);
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> value)
    {
        writer.WriteStartObject();
        writer.WriteString(ScalarValue, value);
        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable elements, ArrayType array)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("ArrayValue"u8);
        foreach (var element in elements)
        {
            Write(writer, Unwrapped(element, array.Element), array.Element);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>An element of a list inside a row, which comes in a struct of its own.</summary>
    private static object? Unwrapped(object? element, SqlType type) =>
        type is ScalarType && element is IReadOnlyDictionary<string, object?> wrapper
            ? wrapper[NullableLists.Field]
            : element;

    private static void WriteSeries(Utf8JsonWriter writer, IEnumerable points, TimeSeriesType series)
    {
        Span<byte> time = stackalloc byte[TimestampFormat.Length];
        writer.WriteStartObject();
        writer.WriteStartArray("TimeSeriesValue"u8);
        foreach (IReadOnlyDictionary<string, object?> point in points)
        {
            writer.WriteStartObject();
            TimestampFormat.Write(ToInt64(point["time"]!), time);
            writer.WriteString("Time"u8, time);
            writer.WritePropertyName("Value"u8);
            Write(writer, point["value"], series.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, RowType row)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("RowValue"u8);
        writer.WriteStartArray("Data"u8);
        for (var index = 0; index < row.Fields.Count; index++)
        {
            Write(writer, value[string.Create(CultureInfo.InvariantCulture, $"f{index}")], row.Fields[index].Type);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, object value, ScalarKind kind)
    {
        switch (kind)
        {
            case ScalarKind.Double:
                WriteDouble(writer, System.Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case ScalarKind.Timestamp:
                WriteTimestamp(writer, ToInt64(value));
                break;
            case ScalarKind.Integer or ScalarKind.Bigint:
                WriteWhole(writer, ToInt64(value));
                break;
            default:
                WriteText(writer, Text(value, kind));
                break;
        }
    }

    /// <summary>The text form of a scalar.</summary>
    public static string Text(object value, ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => (bool)value ? "true" : "false",
        ScalarKind.Double => JavaDoubleText.Format(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        ScalarKind.Timestamp => TimestampText(ToInt64(value)),
        ScalarKind.Integer or ScalarKind.Bigint => ToInt64(value).ToString(CultureInfo.InvariantCulture),
        ScalarKind.Time => TimeTexts.TimeOfDay(ToInt64(value)),
        ScalarKind.Date => DateText(value),
        ScalarKind.IntervalDayToSecond => TimeTexts.DayInterval(ToInt64(value)),
        ScalarKind.IntervalYearToMonth => TimeTexts.MonthInterval(ToInt64(value)),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static long ToInt64(object value) => value is BigInteger big
        ? (long)big
        : System.Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string DateText(object value) => value is DateOnly date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : ((DateTime)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
