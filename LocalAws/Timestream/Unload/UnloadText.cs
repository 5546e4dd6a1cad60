using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>The text of a value in a CSV file: scalars as in answers, nested values as JSON.</summary>
internal static class UnloadText
{
    /// <summary>The text; null for NULL.</summary>
    public static string? Of(object? value, SqlType type)
    {
        if (value is null or DBNull)
        {
            return null;
        }

        if (type is ScalarType scalar)
        {
            return DatumWriter.Text(value, scalar.Kind);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AwsJson.WriterOptions))
        {
            Write(writer, value, type);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value, SqlType type)
    {
        switch (type)
        {
            case var _ when value is null or DBNull:
                writer.WriteNullValue();
                break;
            case TimeSeriesType series:
                WriteSeries(writer, (IEnumerable)value, series);
                break;
            case ArrayType array:
                writer.WriteStartArray();
                foreach (var element in (IEnumerable)value)
                {
                    Write(writer, element, array.Element);
                }

                writer.WriteEndArray();
                break;
            case RowType row:
                WriteRow(writer, (IReadOnlyDictionary<string, object?>)value, row);
                break;
            default:
                WriteScalar(writer, value, ((ScalarType)type).Kind);
                break;
        }
    }

    private static void WriteSeries(Utf8JsonWriter writer, IEnumerable points, TimeSeriesType series)
    {
        writer.WriteStartArray();
        foreach (IReadOnlyDictionary<string, object?> point in points)
        {
            writer.WriteStartObject();
            writer.WriteString("time"u8, DatumWriter.Text(point["time"]!, ScalarKind.Timestamp) + "Z");
            writer.WritePropertyName("value"u8);
            Write(writer, point["value"], series.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, RowType row)
    {
        writer.WriteStartObject();
        for (var index = 0; index < row.Fields.Count; index++)
        {
            writer.WritePropertyName(
                row.Fields[index].Name ?? string.Create(CultureInfo.InvariantCulture, $"field{index}"));
            Write(writer, value[string.Create(CultureInfo.InvariantCulture, $"f{index}")], row.Fields[index].Type);
        }

        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, object value, ScalarKind kind)
    {
        var text = DatumWriter.Text(value, kind);
        var isBare = kind is ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Bigint
            || (kind is ScalarKind.Double && double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
        if (isBare)
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
