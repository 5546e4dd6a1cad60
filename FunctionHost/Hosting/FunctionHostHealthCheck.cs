using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost;

/// <summary>Reports Degraded, with the reason, while an outage is waited out or a shard is too far behind.</summary>
/// <remarks>Never Unhealthy: the host holds its place and goes on by itself; a restart would not help.</remarks>
internal sealed class FunctionHostHealthCheck(
    FunctionHostHealth health, IOptions<FunctionHostOptions> options, TimeProvider timeProvider) : IHealthCheck
{
    public const string Name = "function-host";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = timeProvider.GetUtcNow();
        var limit = options.Value.IteratorAgeLimit;
        var reasons = health.Outages
            .Select(outage => $"{outage.Key}: {outage.Value}")
            .Concat(health.OldestUnhandled
                .Where(shard => now - shard.Value > limit)
                .Select(shard => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{shard.Key}: {(now - shard.Value).TotalSeconds:F0} s behind, limit {limit.TotalSeconds:F0} s")))
            .Order(StringComparer.Ordinal)
            .ToList();
        return Task.FromResult(
            reasons.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", reasons)));
    }
}
