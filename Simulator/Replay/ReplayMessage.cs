using System.Globalization;
using System.Text;
using System.Text.Json;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>A line of the file: its bytes, and what is needed of it to send it.</summary>
/// <param name="Bytes">The line without its end.</param>
/// <param name="PartitionKey">The partition key; null when the message has none.</param>
/// <param name="Time">The time as the message counts it; null when it has none that is a number.</param>
/// <param name="TimePlace">Where the digits of the time stand in the bytes.</param>
internal sealed record ReplayMessage(ReadOnlyMemory<byte> Bytes, string? PartitionKey, decimal? Time, Range TimePlace)
{
    /// <summary>Kinesis API reference, PutRecords: characters of a partition key.</summary>
    private const int LongestPartitionKey = 256;

    /// <summary>Reads a line. One that is no JSON, or has no time, is a message too: it is sent as it is.</summary>
    public static ReplayMessage Read(ReadOnlyMemory<byte> line, MemberPath timeField, MemberPath partitionKeyField)
    {
        string? partitionKey = null;
        decimal? time = null;
        var span = default(Range);
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            var parents = new List<string>();
            string? name = null;
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = Text(reader);
                        break;
                    case JsonTokenType.StartArray:
                        reader.Skip(); // Items of arrays have no path.
                        break;
                    case JsonTokenType.StartObject when reader.CurrentDepth > 0:
                        parents.Add(name ?? "");
                        break;
                    case JsonTokenType.EndObject when reader.CurrentDepth > 0:
                        parents.RemoveAt(parents.Count - 1);
                        break;
                    case JsonTokenType.String or JsonTokenType.Number when name is not null:
                        if (time is null && IsAt(timeField, parents, name)
                            && TryReadTime(reader, out var value, out span))
                        {
                            time = value;
                        }

                        if (partitionKey is null && IsAt(partitionKeyField, parents, name))
                        {
                            partitionKey = ReadPartitionKey(reader);
                        }

                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Malformed: what was read up to there is all there is to know.
        }

        return new ReplayMessage(line, partitionKey, time, span);
    }

    /// <summary>When the message says it was, UTC; null when it does not say, or says what no calendar has.</summary>
    public DateTimeOffset? At(EventTimeUnit unit)
    {
        var seconds = Time / PerSecond(unit);
        return seconds is >= 0 and < 253_402_300_800m // The year 10000, where DateTimeOffset ends.
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds.Value * TimeSpan.TicksPerSecond))
            : null;
    }

    /// <summary>The bytes with another time in the place of the one they have; every other byte stays.</summary>
    public ReadOnlyMemory<byte> WithTime(DateTimeOffset time, EventTimeUnit unit)
    {
        var seconds = (time - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond;
        var digits = (seconds * PerSecond(unit)).ToString("0.#########", CultureInfo.InvariantCulture);
        return (byte[])
        [
            .. Bytes.Span[..TimePlace.Start.Value],
            .. Encoding.ASCII.GetBytes(digits),
            .. Bytes.Span[TimePlace.End.Value..],
        ];
    }

    /// <summary>Whether the property just read stands at a path, its names compared in any case.</summary>
    private static bool IsAt(MemberPath path, List<string> parents, string name) =>
        name.Equals(path.Name, StringComparison.OrdinalIgnoreCase)
        && parents.SequenceEqual(path.Parents, StringComparer.OrdinalIgnoreCase);

    private static bool TryReadTime(Utf8JsonReader reader, out decimal time, out Range span)
    {
        // A time in quotes keeps its quotes when it is replaced.
        var quotes = reader.TokenType == JsonTokenType.String ? 1 : 0;
        span = ((int)reader.TokenStartIndex + quotes)..((int)reader.BytesConsumed - quotes);
        return decimal.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out time);
    }

    private static string? ReadPartitionKey(Utf8JsonReader reader)
    {
        var key = reader.TokenType == JsonTokenType.String
            ? Text(reader) ?? ""
            : Encoding.UTF8.GetString(reader.ValueSpan);
        return key.Length is > 0 and <= LongestPartitionKey ? key : null;
    }

    // Text may hold half a surrogate pair ("\ud800") or bytes that are no UTF-8; it then names nothing.
    private static string? Text(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static decimal PerSecond(EventTimeUnit unit) => unit switch
    {
        EventTimeUnit.Seconds => 1m,
        EventTimeUnit.Milliseconds => 1_000m,
        EventTimeUnit.Microseconds => 1_000_000m,
        EventTimeUnit.Nanoseconds => 1_000_000_000m,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}
