using System.Globalization;
using System.Runtime.InteropServices;

namespace TelemetryAspire.Benchmarks.Reports;

/// <summary>Prints measurements as rows of a Markdown table, as they come.</summary>
internal sealed class MarkdownReport(TextWriter output)
{
    private readonly List<Measurement> _measurements = [];

    /// <summary>Says what the figures are of, and begins the table.</summary>
    public void Begin(BenchmarkOptions options)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; "
            + $"{options.Connections} connections, {options.Seconds} s each; load average before: {LoadAverage()}"));
        output.WriteLine();
        output.WriteLine(
            "| Server | Scenario | records/s | p50 ms | p99 ms | peak RSS MiB | CPU-s per million | load's CPU-s |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
    }

    public void Add(Measurement measurement)
    {
        _measurements.Add(measurement);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {measurement.Server} | {measurement.Scenario} | {measurement.RecordsPerSecond:n0} "
            + $"| {measurement.LatencyMilliseconds(0.5):f1} | {measurement.LatencyMilliseconds(0.99):f1} "
            + $"| {measurement.PeakMebibytes:f0} | {measurement.ProcessorSecondsPerMillion:f2} "
            + $"| {measurement.GeneratorTime.TotalSeconds:f1} |"));
    }

    /// <summary>Says that a server did not get through a scenario.</summary>
    public void AddFailure(string server, string reason) =>
        output.WriteLine($"| {server} | failed: {reason.ReplaceLineEndings(" ")} | | | | | | |");

    /// <summary>Prints how many times as fast as each other server LocalAws is, with its default settings.</summary>
    public void AddRatios(IEnumerable<(string Scenario, string OtherServer)> pairs)
    {
        output.WriteLine();
        foreach (var (scenario, otherServer) in pairs)
        {
            var ours = Find("LocalAws", scenario);
            var theirs = Find(otherServer, scenario);
            if (ours is not null && theirs is not null)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scenario}: {ours.RecordsPerSecond / theirs.RecordsPerSecond:f1} x {otherServer}"));
            }
        }
    }

    private Measurement? Find(string server, string scenario) =>
        _measurements.Find(measurement => measurement.Server == server && measurement.Scenario == scenario);

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
