namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Puts 500 records per call into a delivery stream; an answer with a failed record ends the measurement.</summary>
internal sealed class PutRecordBatchLoad(AwsHttp http, string deliveryStream) : ILoad
{
    private readonly byte[][] _bodies = TelemetryBodies.PutRecordBatch(deliveryStream);
    private int _next;

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        var body = _bodies[(uint)Interlocked.Increment(ref _next) % _bodies.Length];
        using var response = await http.CallAsync("Firehose_20150804.PutRecordBatch", body, cancellationToken);
        PutAnswer.RequireNoFailure(response.Memory.Span, "\"FailedPutCount\":"u8);
        return TelemetryBodies.RecordsPerCall;
    }
}
