using System.Formats.Cbor;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol.Cbor;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis.Records;

/// <summary>The records of a GetRecords response, still in the bytes that were read from the shard's log.</summary>
[JsonConverter(typeof(RecordPageConverter))]
internal sealed class RecordPage(Shard shard, LogRecords records) : ICborWritable, IDisposable
{
    private readonly long _encryptedSince = shard.Stream.EncryptedSince ?? long.MaxValue;

    public Shard Shard => shard;

    public LogRecords Records => records;

    /// <summary>Whether a record that arrived then, milliseconds since 1970, is reported as encrypted.</summary>
    public bool IsEncrypted(long timestamp) => timestamp >= _encryptedSince;

    public void WriteCbor(CborWriter writer)
    {
        writer.WriteStartArray(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            var frame = records[i];
            var record = ShardRecord.Read(records.Payload(i));
            var isEncrypted = IsEncrypted(frame.Timestamp);
            writer.WriteStartMap(isEncrypted ? 5 : 4);
            writer.WriteTextString("SequenceNumber");
            writer.WriteTextString(shard.SequenceNumberOf(frame.Number, frame.Timestamp).ToString());
            writer.WriteTextString("ApproximateArrivalTimestamp");
            CborTimestamp.Write(writer, frame.Timestamp);
            writer.WriteTextString("Data");
            writer.WriteByteString(record.Data);
            writer.WriteTextString("PartitionKey");
            writer.WriteTextString(Encoding.UTF8.GetString(record.PartitionKey));
            if (isEncrypted)
            {
                writer.WriteTextString("EncryptionType");
                writer.WriteTextString("KMS");
            }

            writer.WriteEndMap();
        }

        writer.WriteEndArray();
    }

    public void Dispose() => records.Dispose();
}

/// <summary>Writes records without an object, or a copy, per record.</summary>
internal sealed class RecordPageConverter : JsonConverter<RecordPage>
{
    private static readonly JsonEncodedText SequenceNumberName = JsonEncodedText.Encode("SequenceNumber");
    private static readonly JsonEncodedText ArrivalName = JsonEncodedText.Encode("ApproximateArrivalTimestamp");
    private static readonly JsonEncodedText DataName = JsonEncodedText.Encode("Data");
    private static readonly JsonEncodedText EncryptionTypeName = JsonEncodedText.Encode("EncryptionType");
    private static readonly JsonEncodedText PartitionKeyName = JsonEncodedText.Encode("PartitionKey");

    public override RecordPage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A response is only ever written.");

    public override void Write(Utf8JsonWriter writer, RecordPage value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[SequenceNumber.Digits];
        writer.WriteStartArray();
        for (var i = 0; i < value.Records.Count; i++)
        {
            var frame = value.Records[i];
            var record = ShardRecord.Read(value.Records.Payload(i));
            value.Shard.SequenceNumberOf(frame.Number, frame.Timestamp).Format(digits);
            writer.WriteStartObject();
            writer.WriteString(SequenceNumberName, digits);
            writer.WriteNumber(ArrivalName, Seconds(frame.Timestamp));
            writer.WriteBase64String(DataName, record.Data);
            writer.WriteString(PartitionKeyName, record.PartitionKey);
            if (value.IsEncrypted(frame.Timestamp))
            {
                writer.WriteString(EncryptionTypeName, "KMS"u8);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Milliseconds as seconds with three decimals, without a division.</summary>
    private static decimal Seconds(long milliseconds) =>
        new((int)milliseconds, (int)(milliseconds >> 32), 0, isNegative: false, scale: 3);
}
