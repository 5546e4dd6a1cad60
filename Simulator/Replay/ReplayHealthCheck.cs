using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>Degraded, with the reason, when a replay ended early.</summary>
internal sealed class ReplayHealthCheck(ReplayState state) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.Failure is { } reason
            ? HealthCheckResult.Degraded($"The replay ended early: {reason}")
            : HealthCheckResult.Healthy());
}
