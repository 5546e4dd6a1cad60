using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Rows of one answer, encoded as the API's array of <c>Row</c>.</summary>
/// <param name="Json">The array.</param>
/// <param name="Rows">How many rows it has.</param>
[JsonConverter(typeof(QueryPageConverter))]
internal sealed record QueryPage(ReadOnlyMemory<byte> Json, int Rows);

/// <summary>Puts the encoded rows into the answer as they are.</summary>
internal sealed class QueryPageConverter : JsonConverter<QueryPage>
{
    public override QueryPage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pages are only written.");

    public override void Write(Utf8JsonWriter writer, QueryPage value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
