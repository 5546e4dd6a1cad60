using System.Text.Json;
using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Kinesis.Records;

/// <summary>What became of each record of a PutRecords request, in the order of the request.</summary>
[JsonConverter(typeof(PutResultsConverter))]
internal sealed class PutResults(PutResult[] results, string streamName)
{
    public PutResult this[int index] => results[index];

    public int Count => results.Length;

    public string StreamName => streamName;

    public int FailedCount => results.Count(result => result.Outcome != PutOutcome.Stored);
}

/// <param name="Shard">The shard that the record's hash key belongs to.</param>
/// <param name="Outcome">What became of the record.</param>
/// <param name="SequenceNumber">Where it is, if stored.</param>
internal readonly record struct PutResult(Shard Shard, PutOutcome Outcome, SequenceNumber SequenceNumber);

internal enum PutOutcome
{
    Stored,

    /// <summary>The shard's limit was reached; the producer is to send the record again.</summary>
    Throttled,

    /// <summary>The record could not be written to disk.</summary>
    Failed,
}

/// <summary>
/// Writes results as <c>{"SequenceNumber":…,"ShardId":…}</c> or <c>{"ErrorCode":…,"ErrorMessage":…}</c>.
/// </summary>
internal sealed class PutResultsConverter : JsonConverter<PutResults>
{
    private static readonly JsonEncodedText SequenceNumberName = JsonEncodedText.Encode("SequenceNumber");
    private static readonly JsonEncodedText ShardIdName = JsonEncodedText.Encode("ShardId");
    private static readonly JsonEncodedText ErrorCodeName = JsonEncodedText.Encode("ErrorCode");
    private static readonly JsonEncodedText ErrorMessageName = JsonEncodedText.Encode("ErrorMessage");

    public override PutResults Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A response is only ever written.");

    public override void Write(Utf8JsonWriter writer, PutResults value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[SequenceNumber.Digits];
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            var result = value[i];
            writer.WriteStartObject();
            if (result.Outcome == PutOutcome.Stored)
            {
                result.SequenceNumber.Format(digits);
                writer.WriteString(SequenceNumberName, digits);
                writer.WriteString(ShardIdName, result.Shard.Id);
            }
            else
            {
                WriteError(writer, result, value.StreamName);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, PutResult result, string streamName)
    {
        if (result.Outcome == PutOutcome.Throttled)
        {
            writer.WriteString(ErrorCodeName, "ProvisionedThroughputExceededException");
            writer.WriteString(ErrorMessageName, KinesisErrors.RateExceededMessage(result.Shard.Id, streamName));
        }
        else
        {
            writer.WriteString(ErrorCodeName, "InternalFailure");
            writer.WriteString(ErrorMessageName, "Internal service failure.");
        }
    }
}
