using System.Globalization;
using System.Text.Json;
using TelemetryAspire.EndToEnd.Tests.Pipelines;

namespace TelemetryAspire.EndToEnd.Tests.Sensors;

/// <summary>One row of the table as a test compares it: who, what, when to the nanosecond, and the value.</summary>
internal readonly record struct SensorRow(string DeviceId, string Device, string Measure, string Time, string Value);

/// <summary>
/// The rows that messages must become, worked out apart from the product's code, and the rows the table has.
/// </summary>
internal static class SensorRows
{
    public static List<SensorRow> Expected(IEnumerable<string> lines)
    {
        var rows = new List<SensorRow>();
        foreach (var line in lines)
        {
            using var message = JsonDocument.Parse(line);
            var root = message.RootElement;
            var time = Time(Seconds(root));
            foreach (var measure in root.GetProperty("data").EnumerateObject())
            {
                var value = measure.Value.ValueKind is JsonValueKind.Number
                    ? Double(measure.Value.GetDouble())
                    : measure.Value.GetRawText();
                rows.Add(new SensorRow(
                    root.GetProperty("device_id").GetString()!,
                    root.GetProperty("device").GetString()!,
                    measure.Name,
                    time,
                    value));
            }
        }

        return rows;
    }

    /// <summary>The time between the first message and the last.</summary>
    public static TimeSpan Span(IReadOnlyList<string> lines) =>
        TimeSpan.FromSeconds((double)(Seconds(lines[^1]) - Seconds(lines[0])));

    public static async Task<List<SensorRow>> ReadAsync(TimestreamTable table, CancellationToken cancellationToken)
    {
        var rows = await table.QueryAsync(
            $"""
            SELECT device_id, device, measure_name, time, measure_value::double, measure_value::boolean
            FROM {TimestreamTable.Name}
            """,
            cancellationToken);
        return [.. rows.Select(row => new SensorRow(
            row[0]!,
            row[1]!,
            row[2]!,
            row[3]!,
            row[4] is { } number ? Double(double.Parse(number, CultureInfo.InvariantCulture)) : row[5]!))];
    }

    private static decimal Seconds(string line)
    {
        using var message = JsonDocument.Parse(line);
        return Seconds(message.RootElement);
    }

    private static decimal Seconds(JsonElement message) =>
        decimal.Parse(message.GetProperty("ts").GetRawText(), CultureInfo.InvariantCulture);

    private static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Epoch seconds as Timestream writes a timestamp: nine digits after the point.</summary>
    private static string Time(decimal seconds)
    {
        var nanoseconds = (long)(seconds * 1_000_000_000m);
        var whole = DateTimeOffset.FromUnixTimeSeconds(nanoseconds / 1_000_000_000);
        return string.Create(
            CultureInfo.InvariantCulture, $"{whole:yyyy-MM-dd HH:mm:ss}.{nanoseconds % 1_000_000_000:000000000}");
    }
}
