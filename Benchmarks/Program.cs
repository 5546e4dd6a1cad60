using TelemetryAspire.Benchmarks;

return await BenchmarkCommand.RunAsync(args);
