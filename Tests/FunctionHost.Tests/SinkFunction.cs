namespace TelemetryAspire.FunctionHost.Tests;

/// <summary>The function under test: listens to the stream and does what the <see cref="Sink"/> says.</summary>
internal sealed class SinkFunction(Sink sink)
{
    public const string Name = "Sink";
    public const int BatchSize = 8;

    [Function(Name)]
    [FixedDelayRetry(2, "00:00:01")]
    public Task<KinesisBatchResult> RunAsync(
        [KinesisTrigger("stream", BatchSize = BatchSize)] KinesisBatch batch, FunctionContext context) =>
        sink.HandleAsync(batch, context);
}
