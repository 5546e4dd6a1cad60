using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>
/// EnableEnhancedMonitoring and DisableEnhancedMonitoring: switch shard-level metrics, for what a stream's description
/// says of them.
/// </summary>
/// <param name="streams">Where the stream is.</param>
/// <param name="change">The metrics to be, from those there are and those of the request.</param>
internal sealed class ChangeEnhancedMonitoring(
    StreamStore streams,
    Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> change)
    : IOperation<EnhancedMonitoringRequest, EnhancedMonitoringResponse>
{
    public ValueTask<EnhancedMonitoringResponse> InvokeAsync(
        EnhancedMonitoringRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var metrics = request.Validate();
        var stream = request.Resolve(streams);
        IReadOnlyList<string> current = [];
        IReadOnlyList<string> desired = [];
        streams.Update(stream, metadata =>
        {
            current = metadata.ShardLevelMetrics;
            desired = [.. change(current, metrics)];
            return metadata with { ShardLevelMetrics = desired };
        });
        return ValueTask.FromResult(
            new EnhancedMonitoringResponse(stream.Metadata.Name, stream.Metadata.Arn, current, desired));
    }
}
