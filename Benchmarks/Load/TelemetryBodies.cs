using System.Globalization;
using System.Text;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Request bodies made before the measurement, with readings of about 200 bytes each.</summary>
internal static class TelemetryBodies
{
    public const int RecordsPerCall = 500;

    private const int Devices = 1000;
    private const int DistinctBodies = 32;
    private const long FirstTime = 1_767_225_600_000;

    /// <summary>Bodies of PutRecords: 500 records each, keyed by device, so that they spread over all shards.</summary>
    public static byte[][] PutRecords(string stream) => Make(reading =>
        $$"""{"Data":"{{Base64(reading.Json)}}","PartitionKey":"{{reading.Device}}"}""", $"\"StreamName\":\"{stream}\"");

    /// <summary>Bodies of Firehose's PutRecordBatch: 500 records each.</summary>
    public static byte[][] PutRecordBatch(string deliveryStream) => Make(
        reading => $$"""{"Data":"{{Base64(reading.Json)}}"}""", $"\"DeliveryStreamName\":\"{deliveryStream}\"");

    /// <summary>Readings as they are, for what is not written over HTTP.</summary>
    public static IEnumerable<(string Device, string Json)> Readings(int count)
    {
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var device = $"{random.Next(Devices):x8}-5f32-4c1b-9a77-3d5e8c1f2a90";
            yield return (device, Reading(random, device, FirstTime + i));
        }
    }

    private static byte[][] Make(Func<(string Device, string Json), string> record, string target) =>
        [.. Readings(DistinctBodies * RecordsPerCall)
            .Select(record)
            .Chunk(RecordsPerCall)
            .Select(records => Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}],{{target}}}"""))];

    private static string Reading(Random random, string device, long time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"Time\":{time}.{random.Next(1000):d3},\"DeviceID\":\"{device}\","
        + $"\"temperature_measure\":{10 + random.NextDouble() * 5:f2},"
        + $"\"humidity_measure\":{50 + random.NextDouble() * 50:f2},"
        + $"\"voltage_measure\":{30 + random.NextDouble() * 40:f2},\"watt_measure\":{200 + random.NextDouble() * 200:f2}}}");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
