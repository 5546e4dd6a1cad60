using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// AWS JSON timestamps: seconds since 1970 as a number with up to three decimals, <c>1609757175.225</c>.
/// </summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    private const double MaxSeconds = 253_402_300_799;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A double keeps milliseconds exactly for every date DateTimeOffset has, and takes exponents as JSON does.
        if (reader.TokenType != JsonTokenType.Number
            || !reader.TryGetDouble(out var seconds)
            || Math.Abs(seconds) > MaxSeconds)
        {
            throw new JsonException("A timestamp must be a number of seconds since 1970.");
        }

        var milliseconds = (long)Math.Round(seconds * 1000);
        return milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            ? throw new JsonException("A timestamp is before the year 1.")
            : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
