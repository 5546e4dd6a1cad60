using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Switches shard-level metrics on, for what a stream's description says of them.</summary>
internal sealed class EnableEnhancedMonitoring(StreamStore streams)
    : IOperation<EnhancedMonitoringRequest, EnhancedMonitoringResponse>
{
    public ValueTask<EnhancedMonitoringResponse> InvokeAsync(
        EnhancedMonitoringRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var metrics = request.Validate();
        return ValueTask.FromResult(EnhancedMonitoringResponse.After(
            streams, request.Resolve(streams), current => current.Union(metrics)));
    }
}
