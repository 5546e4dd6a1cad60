using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace TelemetryAspire.EndToEnd.Tests.Sensors;

/// <summary>
/// Messages of environmental sensor boards: the recorded ones where they are, else a sample of our own making.
/// </summary>
internal static class SensorFile
{
    private const int SampleMessages = 900;

    /// <summary>The mapping that turns such a message into rows: configuration alone, no code.</summary>
    public static readonly string[] Mapping =
    [
        "--Telemetry:Mapping:Time:Path=$.ts",
        "--Telemetry:Mapping:Time:Unit=Seconds",
        "--Telemetry:Mapping:Dimensions:0:Path=$.device_id",
        "--Telemetry:Mapping:Dimensions:1:Path=$.device",
        "--Telemetry:Mapping:Measures:0:Path=$.data.*",
        "--Telemetry:Mapping:Measures:0:Type=Auto",
    ];

    /// <summary>The simulator's settings that replay such a file in its own times.</summary>
    public static string[] Replay(string path, double speed) =>
    [
        $"--Simulator:Replay:File={path}",
        $"--Simulator:Replay:Speed={speed.ToString(CultureInfo.InvariantCulture)}",
        "--Simulator:Replay:Times=Original",
        "--Simulator:Replay:TimeField=$.ts",
        "--Simulator:Replay:TimeUnit=Seconds",
        "--Simulator:Replay:PartitionKeyField=$.device_id",
    ];

    /// <summary>The path of a gzip file of messages, and its lines.</summary>
    /// <param name="directory">Where the sample is written, if it has to be made.</param>
    public static (string Path, IReadOnlyList<string> Lines) Open(string directory)
    {
        var recorded = Path.GetFullPath(
            Path.Combine(RepositoryRoot(), "..", "shared", "data", "environmental-sensors.jsonl.gz"));
        var path = File.Exists(recorded) ? recorded : WriteSample(directory);
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return (path, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Three boards, a day, every kind of value of the recorded file: small exponents, booleans, uneven digits.
    /// </summary>
    private static string WriteSample(string directory)
    {
        var random = new Random(20200713);
        var path = Path.Combine(directory, "sample.jsonl.gz");
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        writer.NewLine = "\n";
        for (var index = 0; index < SampleMessages; index++)
        {
            var board = index % 3;
            var time = 1594598735.7727768m + (index * 95.2601m) + (random.Next(1_000_000) / 10_000_000m);
            string[] measures =
            [
                Invariant($"\"co\":{random.NextDouble() / 100}"),
                Invariant($"\"humidity\":{40 + (random.NextDouble() * 40)}"),
                Invariant($"\"light\":{Json(random)}"),
                Invariant($"\"lpg\":{random.NextDouble() * 1e-6}"),
                Invariant($"\"motion\":{Json(random)}"),
                Invariant($"\"smoke\":0.0{random.Next(1, 99)}"),
                Invariant($"\"temp\":{random.Next(18, 30)}.0"),
            ];
            writer.WriteLine(
                $"{{\"data\":{{{string.Join(',', measures)}}},\"device_id\":\"00:0f:00:70:91:0{board}\","
                + Invariant($"\"ts\":{time},\"device\":\"sample-device-0{board}\"}}"));
        }

        return path;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Json(Random random) => random.Next(2) == 0 ? "false" : "true";

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
