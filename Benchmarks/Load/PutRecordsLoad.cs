namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Puts 500 records per call; an answer with a failed record ends the measurement.</summary>
internal sealed class PutRecordsLoad(AwsHttp http, string stream) : ILoad
{
    private readonly byte[][] _bodies = TelemetryBodies.PutRecords(stream);
    private int _next;

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        var body = _bodies[(uint)Interlocked.Increment(ref _next) % _bodies.Length];
        using var response = await http.CallAsync("Kinesis_20131202.PutRecords", body, cancellationToken);
        PutAnswer.RequireNoFailure(response.Memory.Span, "\"FailedRecordCount\":"u8);
        return TelemetryBodies.RecordsPerCall;
    }
}
