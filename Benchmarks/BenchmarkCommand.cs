using TelemetryAspire.Benchmarks.Queries;
using TelemetryAspire.Benchmarks.Reports;
using TelemetryAspire.Benchmarks.Soak;
using TelemetryAspire.Benchmarks.Start;

namespace TelemetryAspire.Benchmarks;

/// <summary>Reads the command line and runs what it asks for.</summary>
internal static class BenchmarkCommand
{
    private const string Usage = """
        dotnet run -c Release --project Benchmarks -- [put] [get] [others] [firehose] [s3] [write] [rewrite]
            [--name value ...]
        dotnet run -c Release --project Benchmarks -- start|table|query|soak [--name value ...]

          put       PutRecords, 500 per call, for each fsync policy and shard count
          get       GetRecords, 10,000 per call, for each shard count
          others    the same with kinesis-local and moto_server where they are installed, and the ratios
          firehose  PutRecordBatch, 500 per call
          s3        PutObject and GetObject of 64 KiB
          write     WriteRecords, 100 per call, ever later times
          rewrite   WriteRecords, 100 per call, that overwrite or repeat rows of a table with millions of them
          start     how long a start takes with --Gigabytes of data
          table     how long a start and the first calls take with a Timestream table of --Rows and --Series
          query     the reference dashboard's queries on --Rows rows, while --WritesPerSecond are written
          soak      memory under load for --Minutes while retention trims
        Without a name: put, get and others.
        """;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h", ..])
        {
            await Console.Out.WriteLineAsync(Usage);
            return 0;
        }

        if (args is [FastServer.Command, ..])
        {
            return await FastServer.RunAsync(args);
        }

        var names = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
        try
        {
            var options = BenchmarkOptions.Read(args[names.Count..]);
            await (names switch
            {
                ["start"] => new StartCommand(options, Console.Out).RunAsync(),
                ["table"] => new TableStartCommand(options, Console.Out).RunAsync(),
                ["query"] => new QueryCommand(options, Console.Out).RunAsync(),
                ["soak"] => new SoakCommand(options, Console.Out).RunAsync(),
                [] => MeasureAsync(options, ["put", "get", "others"]),
                _ => MeasureAsync(options, names),
            });
            return 0;
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}{Environment.NewLine}{Usage}");
            return 64;
        }
    }

    private static Task MeasureAsync(BenchmarkOptions options, IReadOnlyList<string> names) =>
        new Scenarios(options, new MarkdownReport(Console.Out)).RunAsync(names);
}
