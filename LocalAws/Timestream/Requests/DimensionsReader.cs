using System.Buffers.Binary;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Timestream.Requests;

/// <summary>Reads <c>[{"Name":"…","Value":"…"},…]</c>, mostly by finding that it was read before.</summary>
internal static class DimensionsReader
{
    private const int MaxKeyBytes = 512;

    private static readonly Utf8Cache<SharedDimensions> Known = new(places: 16_384, MaxKeyBytes);

    /// <returns>False, with the reader anywhere, when the list is not as expected.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out List<DimensionInput>? dimensions)
    {
        dimensions = null;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        var start = reader;
        Span<byte> key = stackalloc byte[MaxKeyBytes];
        var length = ReadKey(ref reader, key);
        if (length < 0)
        {
            reader = start;
            return TryReadAnew(ref reader, out dimensions);
        }

        dimensions = Known.Find(key[..length]);
        if (dimensions is null && TryReadAnew(ref start, out var read))
        {
            dimensions = Known.Add(key[..length], new SharedDimensions(read!));
        }

        return dimensions is not null;
    }

    /// <summary>Copies names and values, each behind its length.</summary>
    /// <returns>The key's length; -1 when the list has anything else, or too much.</returns>
    private static int ReadKey(ref Utf8JsonReader reader, scoped Span<byte> key)
    {
        var length = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            if (!TryAddMember(ref reader, "Name"u8, key, ref length)
                || !TryAddMember(ref reader, "Value"u8, key, ref length)
                || !reader.Read()
                || reader.TokenType is not JsonTokenType.EndObject)
            {
                return -1;
            }
        }

        return reader.TokenType is JsonTokenType.EndArray ? length : -1;
    }

    private static bool TryAddMember(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> member, scoped Span<byte> key, ref int length)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals(member)
            || !reader.Read() || reader.TokenType is not JsonTokenType.String || reader.ValueIsEscaped)
        {
            return false;
        }

        var text = reader.ValueSpan;
        if (text.Length + sizeof(ushort) > key.Length - length)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16LittleEndian(key[length..], (ushort)text.Length);
        text.CopyTo(key[(length + sizeof(ushort))..]);
        length += sizeof(ushort) + text.Length;
        return true;
    }

    private static bool TryReadAnew(ref Utf8JsonReader reader, out List<DimensionInput>? dimensions)
    {
        var read = new List<DimensionInput>();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            string? name = null, value = null, type = null;
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                ref var member = ref value;
                if (reader.ValueTextEquals("Name"u8))
                {
                    member = ref name;
                }
                else if (reader.ValueTextEquals("DimensionValueType"u8))
                {
                    member = ref type;
                }
                else if (!reader.ValueTextEquals("Value"u8))
                {
                    dimensions = null;
                    return false;
                }

                if (!reader.Read() || reader.TokenType is not JsonTokenType.String)
                {
                    dimensions = null;
                    return false;
                }

                member = reader.GetString();
            }

            read.Add(new DimensionInput(name, value, type));
        }

        dimensions = read;
        return reader.TokenType is JsonTokenType.EndArray;
    }
}
