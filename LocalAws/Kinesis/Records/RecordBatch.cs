using System.Text.Json;
using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Records;

/// <summary>The records of one PutRecords request, decoded into one pooled buffer.</summary>
/// <remarks>Not thread-safe. Spans are invalid after <see cref="Dispose"/>.</remarks>
[JsonConverter(typeof(RecordBatchConverter))]
internal sealed class RecordBatch : IDisposable
{
    private readonly List<Entry> _entries = [];

    /// <summary>Keys in UTF-8 and data of all records.</summary>
    public PooledBuffer Bytes { get; } = new();

    public int Count => _entries.Count;

    public Entry this[int index] => _entries[index];

    public void Add(Entry entry) => _entries.Add(entry);

    /// <summary>Empty where the request had none.</summary>
    public ReadOnlySpan<byte> PartitionKey(int index) => _entries[index].PartitionKey is { } range
        ? Bytes.Span[range]
        : default;

    public ReadOnlySpan<byte> Data(int index) => Bytes.Span[_entries[index].Data!.Value];

    public void Dispose() => Bytes.Dispose();

    /// <summary>One record: where its parts are in <see cref="Bytes"/>; null where the request had none.</summary>
    internal readonly record struct Entry(Range? PartitionKey, Range? Data, string? ExplicitHashKey);
}

/// <summary>
/// Reads <c>[{"Data":"…base64…","PartitionKey":"…","ExplicitHashKey":"…"},…]</c> without an object per record.
/// </summary>
internal sealed class RecordBatchConverter : JsonConverter<RecordBatch>
{
    public override RecordBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray, "Records must be a list.");
        var batch = new RecordBatch();
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Expect(reader.TokenType == JsonTokenType.StartObject, "A record must be an object.");
                batch.Add(ReadEntry(ref reader, batch.Bytes));
            }

            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    public override void Write(Utf8JsonWriter writer, RecordBatch value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is only ever read.");

    private static RecordBatch.Entry ReadEntry(ref Utf8JsonReader reader, PooledBuffer bytes)
    {
        RecordBatch.Entry entry = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.ValueTextEquals("Data"u8))
            {
                reader.Read();
                entry = entry with { Data = ReadBase64(ref reader, bytes) };
            }
            else if (reader.ValueTextEquals("PartitionKey"u8))
            {
                reader.Read();
                entry = entry with { PartitionKey = ReadText(ref reader, bytes) };
            }
            else if (reader.ValueTextEquals("ExplicitHashKey"u8))
            {
                reader.Read();
                Expect(reader.TokenType is JsonTokenType.String or JsonTokenType.Null, "ExplicitHashKey must be text.");
                entry = entry with { ExplicitHashKey = reader.GetString() };
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return entry;
    }

    private static Range? ReadText(ref Utf8JsonReader reader, PooledBuffer bytes)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(reader.TokenType == JsonTokenType.String, "PartitionKey must be text.");
        var start = bytes.Length;
        bytes.Advance(reader.CopyString(bytes.GetSpan(reader.ValueSpan.Length)));
        return start..bytes.Length;
    }

    private static Range? ReadBase64(ref Utf8JsonReader reader, PooledBuffer bytes)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(reader.TokenType == JsonTokenType.String, "Data must be base64 text.");
        var start = bytes.Length;
        if (reader.ValueIsEscaped)
        {
            // Rare: JSON allows "\/" for "/", which only the slower way understands.
            Expect(reader.TryGetBytesFromBase64(out var decoded), "Data must be base64 text.");
            decoded.CopyTo(bytes.GetSpan(decoded!.Length));
            bytes.Advance(decoded.Length);
        }
        else
        {
            var status = System.Buffers.Text.Base64.DecodeFromUtf8(
                reader.ValueSpan, bytes.GetSpan(reader.ValueSpan.Length), out _, out var written);
            Expect(status == System.Buffers.OperationStatus.Done, "Data must be base64 text.");
            bytes.Advance(written);
        }

        return start..bytes.Length;
    }

    private static void Expect(bool holds, string message)
    {
        if (!holds)
        {
            throw new JsonException(message);
        }
    }
}
