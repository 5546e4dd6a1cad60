using System.Text;
using System.Text.Json;

namespace TelemetryAspire.Telemetry;

/// <summary>Reads the value of a dimension or a measure as the text Timestream takes.</summary>
/// <remarks>Each method returns what is wrong, or null; the value is null also where the record has none.</remarks>
internal static class FieldValue
{
    /// <summary>Timestream developer guide, Quotas: the name and value of a dimension together, in bytes.</summary>
    private const int MaxDimensionBytes = 2_048;

    /// <summary>Timestream developer guide, Quotas: characters of a measure value.</summary>
    private const int MaxValueLength = 2_048;

    internal static MappingFailure? ReadDimension(ref Utf8JsonReader reader, MemberRule rule, out string? value)
    {
        value = null;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return Nested(ref reader, "dimension", rule);
        }

        value = ToText(ref reader);
        if (string.IsNullOrEmpty(value))
        {
            value = null;
            return rule.IsRequired
                ? new(
                    MappingFailureReason.MissingDimension,
                    $"The dimension '{rule.Name}' has no value, so the reading's series is not known.")
                : null;
        }

        var bytes = rule.NameBytes + Encoding.UTF8.GetByteCount(value);
        return bytes > MaxDimensionBytes
            ? new(
                MappingFailureReason.InvalidValue,
                $"The dimension '{rule.Name}' has {bytes} bytes with its name; Timestream takes {MaxDimensionBytes}.")
            : null;
    }

    internal static MappingFailure? ReadMeasure(
        ref Utf8JsonReader reader, MemberRule rule, out string? value, out MeasureType type)
    {
        value = null;
        type = rule.Type == MeasureType.Auto ? TypeOf(reader.TokenType) : rule.Type;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return Nested(ref reader, "measure", rule);
        }

        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return type switch
        {
            MeasureType.Boolean => ReadBoolean(ref reader, rule, out value),
            MeasureType.Varchar => ReadVarchar(ref reader, rule, out value),
            _ => ReadNumber(ref reader, rule, type, out value),
        };
    }

    private static MeasureType TypeOf(JsonTokenType token) => token switch
    {
        JsonTokenType.True or JsonTokenType.False => MeasureType.Boolean,
        JsonTokenType.String => MeasureType.Varchar,
        _ => MeasureType.Double,
    };

    private static MappingFailure? ReadNumber(
        ref Utf8JsonReader reader, MemberRule rule, MeasureType type, out string? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return reader.TokenType == JsonTokenType.String && JsonNumbers.IsNotANumber(reader.ValueSpan)
                ? new(
                    MappingFailureReason.NotANumber,
                    $"The measure '{rule.Name}' is '{TextExcerpt.Of(reader.ValueSpan)}': leave it out instead.")
                : WrongType(ref reader, rule, "a number");
        }

        var isInteger = type == MeasureType.BigInt;
        value = isInteger ? JsonNumbers.ToBigIntText(reader.ValueSpan) : JsonNumbers.ToDoubleText(reader.ValueSpan);
        return value is null
            ? new(
                MappingFailureReason.NumberOutOfRange,
                $"The measure '{rule.Name}' is {TextExcerpt.Of(reader.ValueSpan)}, which is no 64-bit "
                + (isInteger ? "integer." : "floating-point number."))
            : null;
    }

    private static MappingFailure? ReadBoolean(ref Utf8JsonReader reader, MemberRule rule, out string? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        return value is null ? WrongType(ref reader, rule, "true or false") : null;
    }

    private static MappingFailure? ReadVarchar(ref Utf8JsonReader reader, MemberRule rule, out string? value)
    {
        value = ToText(ref reader);
        return value is { Length: 0 or > MaxValueLength }
            ? new(
                MappingFailureReason.InvalidValue,
                $"The measure '{rule.Name}' has {value.Length} characters; Timestream takes 1 to {MaxValueLength}.")
            : null;
    }

    /// <summary>A scalar as text: a string's characters, a number's digits, true or false; null for null.</summary>
    private static string? ToText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private static MappingFailure WrongType(ref Utf8JsonReader reader, MemberRule rule, string expected)
    {
        var kind = JsonNumbers.Describe(reader.TokenType);
        return new(
            MappingFailureReason.WrongType,
            $"The measure '{rule.Name}' is the JSON {kind} '{TextExcerpt.Of(reader.ValueSpan)}', not {expected}.");
    }

    private static MappingFailure Nested(ref Utf8JsonReader reader, string role, MemberRule rule) => new(
        MappingFailureReason.NestedValue,
        $"The {role} '{rule.Name}' is an {JsonNumbers.Describe(reader.TokenType)}; Timestream takes single values. "
            + "Map what is in it by paths.");
}
