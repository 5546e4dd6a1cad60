using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.Benchmarks;

/// <summary>What to measure, from the command line.</summary>
internal sealed class BenchmarkOptions
{
    /// <summary>Calls in flight at once, each on a connection of its own.</summary>
    public int Connections { get; set; } = 16;

    /// <summary>How long each scenario is measured.</summary>
    public double Seconds { get; set; } = 10;

    /// <summary>How long each scenario runs before it is measured, so that code is compiled and pools are filled.</summary>
    public double WarmupSeconds { get; set; } = 4;

    /// <summary>The shard counts to measure, separated by commas.</summary>
    public string Shards { get; set; } = "1,4,16";

    /// <summary>The fsync policies to measure PutRecords under, separated by commas.</summary>
    public string Fsync { get; set; } = "GroupCommit,Never,EveryWrite";

    /// <summary>Where the data directories are made; the disk under it is what is measured.</summary>
    public string Directory { get; set; } = Path.GetTempPath();

    /// <summary>The folder that <c>npm install kinesis-local</c> was run in; empty to leave kinesis-local out.</summary>
    public string KinesisLocal { get; set; } = ".";

    /// <summary>The command that starts moto; empty to leave moto out.</summary>
    public string Moto { get; set; } = "moto_server";

    /// <summary>Gigabytes of log data for <c>start</c>.</summary>
    public double Gigabytes { get; set; } = 10;

    /// <summary>Rows of the table of <c>table</c> and <c>query</c>.</summary>
    public int Rows { get; set; } = 10_000_000;

    /// <summary>Series of the table of <c>table</c>, each with four measures.</summary>
    public int Series { get; set; } = 50;

    /// <summary>A directory that keeps the filled table of <c>query</c> for later runs; empty to fill one each time.</summary>
    public string Table { get; set; } = "";

    /// <summary>How often <c>query</c> measures each query.</summary>
    public int Runs { get; set; } = 50;

    /// <summary>Records per second that are written while <c>query</c> measures.</summary>
    public int WritesPerSecond { get; set; } = 20_000;

    /// <summary>Minutes that <c>soak</c> lasts.</summary>
    public double Minutes { get; set; } = 60;

    /// <summary>How many times faster than real time the clock of <c>soak</c> goes.</summary>
    public int ClockSpeed { get; set; } = 240;

    /// <summary>Records per second that <c>soak</c> puts.</summary>
    public int RecordsPerSecond { get; set; } = 40_000;

    public IReadOnlyList<int> ShardCounts => [.. Split(Shards).Select(int.Parse)];

    public IReadOnlyList<string> Policies => Split(Fsync);

    /// <summary>Reads <c>--name value</c> pairs.</summary>
    /// <exception cref="ArgumentException">A name or value is not understood.</exception>
    public static BenchmarkOptions Read(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        var known = typeof(BenchmarkOptions).GetProperties().Where(property => property.CanWrite)
            .Select(property => property.Name).ToList();
        var unknown = configuration.GetChildren().Select(child => child.Key)
            .FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new ArgumentException($"--{unknown} is unknown; there are --{string.Join(", --", known)}.");
        }

        return configuration.Get<BenchmarkOptions>() ?? new BenchmarkOptions();
    }

    private static string[] Split(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
