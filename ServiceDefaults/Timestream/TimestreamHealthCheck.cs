using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Degraded while Timestream does not answer the writer: records wait, none is lost.</summary>
internal sealed class TimestreamHealthCheck(TimestreamAvailability availability, TimeProvider timeProvider)
    : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(availability.Outage is { } outage
            ? HealthCheckResult.Degraded(
                $"Timestream has not answered for {(timeProvider.GetUtcNow() - outage.Since).TotalSeconds:0} s: "
                + outage.Error.Message)
            : HealthCheckResult.Healthy());
}
