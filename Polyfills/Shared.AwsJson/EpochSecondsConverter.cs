#nullable enable

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Polyfill.AwsJson;

/// <summary>A timestamp on the wire is a JSON number of seconds since 1970, with a fraction; in the SDK it is UTC.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    /// <remarks>Read as a decimal: a double would lose the last digits of a present-day microsecond.</remarks>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(
            (decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
}
