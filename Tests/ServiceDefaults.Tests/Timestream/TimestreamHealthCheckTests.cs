using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class TimestreamHealthCheckTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly TimestreamAvailability _availability;
    private readonly TimestreamHealthCheck _check;

    public TimestreamHealthCheckTests()
    {
        _availability = new TimestreamAvailability(_clock, NullLogger<TimestreamAvailability>.Instance);
        _check = new TimestreamHealthCheck(_availability, _clock);
    }

    [Fact]
    public async Task It_is_healthy_before_the_first_call() =>
        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);

    [Fact]
    public async Task An_outage_degrades_it_and_says_since_when_and_why()
    {
        _availability.Failed(new HttpRequestException("First."));
        _clock.Advance(TimeSpan.FromSeconds(42));
        _availability.Failed(new HttpRequestException("No route to host."));

        var result = await Check();

        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Equal("Timestream has not answered for 42 s: No route to host.", result.Description);
    }

    [Fact]
    public async Task An_answer_ends_the_outage()
    {
        _availability.Failed(new HttpRequestException("No route to host."));
        _availability.Answered();

        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);
    }

    private Task<HealthCheckResult> Check() =>
        _check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
}
