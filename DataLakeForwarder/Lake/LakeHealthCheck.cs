using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.DataLakeForwarder.Lake;

/// <summary>Degraded while the lake does not take every record: records wait, none is lost.</summary>
internal sealed class LakeHealthCheck(LakeAvailability availability, TimeProvider timeProvider) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(availability.Outage is { } outage
            ? HealthCheckResult.Degraded(
                $"The lake has not taken every record for {(timeProvider.GetUtcNow() - outage.Since).TotalSeconds:0} s: {outage.Error}")
            : HealthCheckResult.Healthy());
}
