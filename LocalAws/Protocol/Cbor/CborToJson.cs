using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>
/// Turns a request in CBOR into the same request in JSON: byte strings into base64, timestamps into seconds.
/// </summary>
/// <remarks>
/// Input may have definite and indefinite lengths. A map with the same key twice is refused, and so is what only JSON
/// takes for the other: a blob in place of text. A time may lack its tag where the request's type has a time.
/// </remarks>
internal static class CborToJson
{
    /// <summary>As deep as JSON requests may be.</summary>
    private const int MaxDepth = 64;

    /// <summary>In characters; each may take six bytes in JSON, and no member of any operation is as long.</summary>
    private const int MaxTextLength = RequestBody.MaxBytes / 6;

    /// <param name="cbor">The request.</param>
    /// <param name="json">Where to write.</param>
    /// <param name="type">What the request is to be.</param>
    /// <exception cref="CborContentException">The input is no CBOR, or has what JSON cannot express.</exception>
    /// <exception cref="OverflowException">The input has an integer of more than 64 bits.</exception>
    /// <exception cref="AwsException">The JSON would be larger than a request may be.</exception>
    public static void Transcode(ReadOnlyMemory<byte> cbor, PooledBuffer json, JsonTypeInfo type)
    {
        var reader = new CborReader(cbor, CborConformanceMode.Strict);
        using var writer = new Utf8JsonWriter(json, AwsJson.WriterOptions);
        Value(reader, writer, 0, type);
        if (reader.BytesRemaining > 0)
        {
            throw new CborContentException("The request goes on after its end.");
        }
    }

    private static void Value(CborReader reader, Utf8JsonWriter json, int depth, JsonTypeInfo? type)
    {
        if (depth > MaxDepth)
        {
            throw new CborContentException("The request is nested too deeply.");
        }

        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                Map(reader, json, depth, type);
                break;
            case CborReaderState.StartArray:
                List(reader, json, depth, type);
                break;
            case CborReaderState.Tag:
                Tagged(reader, json, depth, type);
                break;
            default:
                Scalar(reader, json, type?.Type);
                break;
        }

        if (json.BytesCommitted + json.BytesPending > RequestBody.MaxBytes)
        {
            throw RequestBody.TooLarge(RequestBody.MaxBytes);
        }
    }

    private static void Map(CborReader reader, Utf8JsonWriter json, int depth, JsonTypeInfo? type)
    {
        reader.ReadStartMap();
        json.WriteStartObject();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = IsText(reader) ? Text(reader) : throw new CborContentException("A key must be text.");
            json.WritePropertyName(name);
            Value(reader, json, depth + 1, MemberType(type, name));
        }

        reader.ReadEndMap();
        json.WriteEndObject();
    }

    private static void List(CborReader reader, Utf8JsonWriter json, int depth, JsonTypeInfo? type)
    {
        var itemType = type is { Kind: JsonTypeInfoKind.Enumerable } ? TypeInfo(type, type.ElementType) : null;
        reader.ReadStartArray();
        json.WriteStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            Value(reader, json, depth + 1, itemType);
        }

        reader.ReadEndArray();
        json.WriteEndArray();
    }

    private static void Tagged(CborReader reader, Utf8JsonWriter json, int depth, JsonTypeInfo? type)
    {
        var tag = reader.ReadTag();
        if (tag is CborTag.UnsignedBigNum or CborTag.NegativeBigNum)
        {
            throw new CborContentException("An integer has more than 64 bits.");
        }

        // Other tags say nothing that the operation's model does not.
        if (tag != CborTimestamp.Tag)
        {
            Value(reader, json, depth + 1, type);
            return;
        }

        if (!IsNumber(reader))
        {
            throw new CborContentException("A timestamp must be a number.");
        }

        CborTimestamp.Transcode(reader, json);
    }

    private static void Scalar(CborReader reader, Utf8JsonWriter json, Type? type)
    {
        if (IsNumber(reader) && (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?)))
        {
            CborTimestamp.Transcode(reader, json);
            return;
        }

        switch (reader.PeekState())
        {
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                json.WriteStringValue(Text(reader));
                break;
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString
                when type == typeof(string):
                throw new CborContentException("A blob stands in place of text.");
            case CborReaderState.ByteString:
                json.WriteBase64StringValue(reader.ReadDefiniteLengthByteString().Span);
                break;
            case CborReaderState.StartIndefiniteLengthByteString:
                json.WriteBase64StringValue(reader.ReadByteString());
                break;
            case CborReaderState.UnsignedInteger:
                json.WriteNumberValue(reader.ReadUInt64());
                break;
            case CborReaderState.NegativeInteger:
                json.WriteNumberValue(reader.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat
                or CborReaderState.DoublePrecisionFloat:
                Number(reader.ReadDouble(), json);
                break;
            case CborReaderState.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;
            case CborReaderState.Null:
                reader.ReadNull();
                json.WriteNullValue();
                break;
            default:
                throw new CborContentException("The request has a value of an unknown kind.");
        }
    }

    private static void Number(double value, Utf8JsonWriter json) => json.WriteNumberValue(double.IsFinite(value)
        ? value
        : throw new CborContentException("A number is not finite."));

    private static bool IsNumber(CborReader reader) =>
        reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger
            or CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat
            or CborReaderState.DoublePrecisionFloat;

    private static JsonTypeInfo? MemberType(JsonTypeInfo? type, string name) => type?.Kind switch
    {
        JsonTypeInfoKind.Object =>
            TypeInfo(type, type.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType),
        JsonTypeInfoKind.Dictionary => TypeInfo(type, type.ElementType),
        _ => null,
    };

    private static JsonTypeInfo? TypeInfo(JsonTypeInfo owner, Type? type) =>
        type is not null && owner.Options.TryGetTypeInfo(type, out var found) ? found : null;

    private static string Text(CborReader reader)
    {
        var text = reader.ReadTextString();
        return text.Length <= MaxTextLength ? text : throw RequestBody.TooLarge(MaxTextLength);
    }

    private static bool IsText(CborReader reader) =>
        reader.PeekState() is CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString;
}
