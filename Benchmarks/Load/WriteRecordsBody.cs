using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TelemetryAspire.Benchmarks.Load;

/// <summary>One caller's request of WriteRecords: 25 devices with 4 measures each, every record complete in itself.</summary>
/// <remarks>
/// The form in which the Processor writes, before it factors out what records share: time in nanoseconds, a version.
/// Making the text anew for each call would take more of the cores than the server does, so only the digits of the times
/// and versions are written over. Not thread-safe.
/// </remarks>
internal sealed class WriteRecordsBody
{
    public const int RecordsPerCall = 100;

    public const int DevicesPerCaller = 25;

    /// <summary>As many digits as a time in nanoseconds has until the year 2286, and a version in this benchmark.</summary>
    private const int Digits = 19;

    public static readonly string[] Measures = ["temperature_measure", "humidity_measure", "voltage_measure", "watt_measure"];

    private readonly byte[] _json;
    private readonly List<int> _times = [];
    private readonly List<int> _versions = [];

    public WriteRecordsBody(string database, string table, int caller)
    {
        var random = new Random(caller);
        var json = new StringBuilder($$"""{"DatabaseName":"{{database}}","TableName":"{{table}}","Records":[""");
        for (var device = 0; device < DevicesPerCaller; device++)
        {
            foreach (var measure in Measures)
            {
                json.Append(json[^1] == '[' ? "" : ",");
                AddRecord(json, Device(caller, device), measure, 10 + (random.NextDouble() * 90));
            }
        }

        _json = Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    public static string Device(int caller, int device) =>
        string.Create(CultureInfo.InvariantCulture, $"{caller:x4}{device:x4}-5f32-4c1b-9a77-3d5e8c1f2a90");

    /// <summary>The request with this time and version in each of its records; valid until the next call.</summary>
    public ReadOnlyMemory<byte> At(long timeNanos, long version)
    {
        Write(_times, timeNanos);
        Write(_versions, version);
        return _json;
    }

    private void AddRecord(StringBuilder json, string device, string measure, double value)
    {
        json.Append(CultureInfo.InvariantCulture, $$"""{"Dimensions":[{"Name":"DeviceID","Value":"{{device}}"}],""")
            .Append(CultureInfo.InvariantCulture, $"\"MeasureName\":\"{measure}\",\"MeasureValue\":\"{value:f2}\",")
            .Append("\"MeasureValueType\":\"DOUBLE\",\"Time\":\"");
        _times.Add(json.Length);
        json.Append('0', Digits).Append("\",\"TimeUnit\":\"NANOSECONDS\",\"Version\":");
        _versions.Add(json.Length);
        json.Append('0', Digits).Append('}');
    }

    private void Write(List<int> offsets, long number)
    {
        foreach (var offset in offsets)
        {
            // Each number has exactly as many digits as there is room for.
            Utf8Formatter.TryFormat(number, _json.AsSpan(offset, Digits), out _);
        }
    }
}
