using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.FunctionHost.Tests.Hosting;

public sealed class FunctionHostHealthTests
{
    private const string Shard = "Sink on stream/shardId-000000000000";

    private readonly FakeTimeProvider _clock = new();
    private readonly FunctionHostHealth _health = new();

    [Fact]
    public async Task A_shard_further_behind_than_the_limit_degrades_the_host_until_it_has_caught_up()
    {
        _health.ReportBehind(Shard, _clock.GetUtcNow());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);

        _clock.Advance(TimeSpan.FromSeconds(301));
        var behind = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, behind.Status);
        Assert.Equal($"{Shard}: 301 s behind, limit 300 s", behind.Description);

        _health.ReportCaughtUp(Shard);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Every_outage_is_named_with_its_reason()
    {
        _health.ReportOutage("B", "refused");
        _health.ReportOutage("A", "throttled");

        Assert.Equal("A: throttled; B: refused", (await CheckAsync()).Description);
    }

    [Fact]
    public async Task A_shard_that_is_let_go_takes_its_reports_with_it()
    {
        _health.ReportOutage(Shard, "refused");
        _health.ReportOutage(Shard + " (reading)", "refused");
        _health.ReportOutage("Sink on stream/shardId-000000000001", "refused");

        _health.ReportReleased(Shard);

        Assert.Equal("Sink on stream/shardId-000000000001: refused", (await CheckAsync()).Description);
    }

    private Task<HealthCheckResult> CheckAsync() =>
        new FunctionHostHealthCheck(_health, Options.Create(new FunctionHostOptions()), _clock)
            .CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
}
