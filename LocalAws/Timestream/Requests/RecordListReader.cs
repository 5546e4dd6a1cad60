using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Timestream.Requests;

/// <summary>
/// Reads <c>[{"Dimensions":[{"Name":"…","Value":"…"}],"MeasureName":"…","MeasureValue":"…","Time":"…"},…]</c>, giving up
/// at anything that well-made requests do not have.
/// </summary>
/// <remarks>
/// Names and dimensions, which every request repeats, are found among those that came before: that spares making them
/// again, checking them again, and looking up their series.
/// </remarks>
internal static class RecordListReader
{
    private static readonly Utf8Cache<string> Texts = new(places: 4096, maxBytes: 128);

    /// <returns>False, with the reader anywhere, when the list is not as expected.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, [NotNullWhen(true)] out List<RecordInput>? records)
    {
        records = null;
        try
        {
            var read = new List<RecordInput>();
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                if (!TryReadRecord(ref reader, out var record))
                {
                    return false;
                }

                read.Add(record);
            }

            records = read;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadRecord(ref Utf8JsonReader reader, [NotNullWhen(true)] out RecordInput? record)
    {
        record = null;
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        List<DimensionInput>? dimensions = null;
        List<MeasureValueInput>? measures = null;
        string? name = null, value = null, type = null, time = null, unit = null;
        long? version = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            // No two members have names of the same length.
            var length = reader.ValueSpan.Length;
            if (!IsMember(ref reader) || !reader.Read())
            {
                return false;
            }

            var isRead = length switch
            {
                4 => TryReadText(ref reader, out time),
                7 => TryReadVersion(ref reader, out version),
                8 => TryReadKnownText(ref reader, out unit),
                10 => DimensionsReader.TryRead(ref reader, out dimensions),
                11 => TryReadKnownText(ref reader, out name),
                12 => TryReadText(ref reader, out value),
                13 => TryReadMeasures(ref reader, out measures),
                _ => TryReadKnownText(ref reader, out type),
            };
            if (!isRead)
            {
                return false;
            }
        }

        record = new RecordInput(dimensions, name, value, type, measures, time, unit, version);
        return reader.TokenType is JsonTokenType.EndObject;
    }

    private static bool IsMember(ref Utf8JsonReader reader) => reader.ValueTextEquals(reader.ValueSpan.Length switch
    {
        4 => "Time"u8,
        7 => "Version"u8,
        8 => "TimeUnit"u8,
        10 => "Dimensions"u8,
        11 => "MeasureName"u8,
        12 => "MeasureValue"u8,
        13 => "MeasureValues"u8,
        _ => "MeasureValueType"u8,
    });

    private static bool TryReadVersion(ref Utf8JsonReader reader, out long? version)
    {
        version = null;
        if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt64(out var number))
        {
            return false;
        }

        version = number;
        return true;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (reader.TokenType is not JsonTokenType.String)
        {
            return false;
        }

        text = reader.GetString();
        return true;
    }

    /// <summary>Reads a text that few records have to themselves.</summary>
    private static bool TryReadKnownText(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (reader.TokenType is not JsonTokenType.String || reader.ValueIsEscaped)
        {
            return false;
        }

        text = Texts.Find(reader.ValueSpan) ?? Texts.Add(reader.ValueSpan, reader.GetString()!);
        return true;
    }

    private static bool TryReadMeasures(ref Utf8JsonReader reader, out List<MeasureValueInput>? measures)
    {
        measures = null;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        var read = new List<MeasureValueInput>();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            string? name = null, value = null, type = null;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isRead = reader.ValueTextEquals("Name"u8) ? reader.Read() && TryReadKnownText(ref reader, out name)
                    : reader.ValueTextEquals("Value"u8) ? reader.Read() && TryReadText(ref reader, out value)
                    : reader.ValueTextEquals("Type"u8) && reader.Read() && TryReadKnownText(ref reader, out type);
                if (!isRead)
                {
                    return false;
                }
            }

            read.Add(new MeasureValueInput(name, value, type));
        }

        measures = read;
        return reader.TokenType is JsonTokenType.EndArray;
    }
}
