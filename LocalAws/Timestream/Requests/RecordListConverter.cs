using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Timestream.Requests;

/// <summary>Reads the records of a request in the short way, and those that this does not understand in the long one.</summary>
/// <remarks>
/// So what is wrong with a record is always said by the serializer itself, with its path, and what is unusual but right,
/// such as a null, means what it means elsewhere.
/// </remarks>
internal sealed class RecordListConverter : JsonConverter<List<RecordInput>>
{
    private const string Path = "$.Records";

    public override List<RecordInput>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        if (RecordListReader.TryRead(ref reader, out var records))
        {
            return records;
        }

        reader = start;
        try
        {
            return JsonSerializer.Deserialize(ref reader, TimestreamJsonContext.Default.ListRecordInput);
        }
        catch (JsonException exception) when (exception.Path is ['$', .. var rest])
        {
            throw new JsonException(
                exception.Message, Path + rest, exception.LineNumber, exception.BytePositionInLine, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, List<RecordInput> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A request is only ever read.");
}
