using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.Simulator.Kinesis;

/// <summary>Degraded, with the reason, while the stream takes nothing.</summary>
internal sealed class ProducerHealthCheck(StreamProducer producer) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(producer.Outage is { } reason
            ? HealthCheckResult.Degraded($"The stream takes no records: {reason}")
            : HealthCheckResult.Healthy());
}
