using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.Polyfills.Aspire.Tests;

public sealed class HealthTests
{
    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(9, 5)]
    public void Checks_are_rare_while_healthy_and_soon_after_a_failure(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), HealthMonitor.IntervalAfter(failures));

    [Fact]
    public async Task A_running_resource_without_checks_is_healthy()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "sleep 60");
        await using var application = await builder.StartedAsync();

        var ready = await application.UntilHealthyAsync("script");

        Assert.Equal(HealthStatus.Healthy, ready.Snapshot.HealthStatus);
    }

    [Fact]
    public async Task The_answer_of_an_endpoint_decides_about_a_resource()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddService("service", "--sick").WithHttpHealthCheck("/health");
        await using var application = await builder.StartedAsync();

        var sick = await application.UntilAsync(
            "service", snapshot => snapshot.HealthReports.Any(
                report => report.Description?.Contains("503", StringComparison.Ordinal) == true));
        Assert.Equal(HealthStatus.Unhealthy, sick.Snapshot.HealthStatus);
        using var client = application.CreateHttpClient("service");
        await client.PostAsync(new Uri("/recover", UriKind.Relative), null, Sample.Cancellation);

        var healthy = await application.UntilHealthyAsync("service");
        Assert.Equal("service_http_/health_200_check", Assert.Single(healthy.Snapshot.HealthReports).Name);
    }

    [Fact]
    public async Task An_unknown_health_check_fails_the_start_by_name()
    {
        await using var builder = Sample.NewBuilder();
        builder.AddScript("script", "true").WithHealthCheck("nobody-registered-this");

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => builder.StartedAsync());

        Assert.Contains("nobody-registered-this", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_health_check_is_used()
    {
        var status = HealthCheckResult.Unhealthy("not yet");
        await using var builder = Sample.NewBuilder();
        builder.Services.AddHealthChecks().AddCheck("custom", () => status);
        builder.AddScript("script", "sleep 60").WithHealthCheck("custom");
        await using var application = await builder.StartedAsync();

        await application.UntilAsync(
            "script", snapshot => snapshot.HealthReports.Any(report => report.Description == "not yet"));
        status = HealthCheckResult.Healthy();

        await application.UntilHealthyAsync("script");
    }

    [Fact]
    public void A_check_of_an_endpoint_that_is_not_there_is_refused()
    {
        using var builder = Sample.NewBuilder();

        Assert.Throws<DistributedApplicationException>(
            () => builder.AddScript("script", "true").WithHttpHealthCheck("/health"));
    }
}
