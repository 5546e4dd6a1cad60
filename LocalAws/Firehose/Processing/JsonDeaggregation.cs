using System.Text.Json;

namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>Takes JSON objects apart: <c>{"a":1}{"a":2}</c>, with white space between or not.</summary>
internal sealed class JsonDeaggregation : IDeaggregation
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = 1000 };

    /// <inheritdoc/>
    public string? TrySplit(ReadOnlySpan<byte> record, List<Range> parts)
    {
        var reader = new Utf8JsonReader(record, Options);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    return "Non JSON record provided: only JSON objects can be taken apart.";
                }

                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                parts.Add(start..(int)reader.BytesConsumed);
            }
        }
        catch (JsonException)
        {
            return "Non JSON record provided.";
        }

        return parts.Count > 0 ? null : "The record was empty or contained only whitespace.";
    }
}
