using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace TelemetryAspire.ServiceDefaults.Tests.Health;

public sealed class HealthServerTests : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private IHost? _worker;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_healthy_worker_answers_200()
    {
        var (status, body) = await GetAsync("/health", HealthCheckResult.Healthy());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"status":"Healthy","checks":{"self":{"status":"Healthy"},"sink":{"status":"Healthy"}}}""", body);
    }

    [Fact]
    public async Task A_degraded_worker_answers_200_with_the_reason()
    {
        var (status, body) = await GetAsync("/health", HealthCheckResult.Degraded("The sink is out."));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"status":"Degraded","checks":{"self":{"status":"Healthy"},"sink":{"status":"Degraded","reason":"The sink is out."}}}""",
            body);
    }

    [Fact]
    public async Task An_unhealthy_worker_answers_503_with_the_reason()
    {
        var (status, body) = await GetAsync("/health", HealthCheckResult.Unhealthy("The disk is full."));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The disk is full.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_alive_while_something_else_is_not()
    {
        var (status, body) = await GetAsync("/alive", HealthCheckResult.Unhealthy("The disk is full."));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"Healthy","checks":{"self":{"status":"Healthy"}}}""", body);
    }

    [Fact]
    public async Task Nothing_else_is_served() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/", HealthCheckResult.Healthy())).Status);

    [Fact]
    public void A_worker_that_is_given_no_address_has_no_server()
    {
        _worker = Build(null, HealthCheckResult.Healthy());

        Assert.DoesNotContain(_worker.Services.GetServices<IHostedService>(), service => service is HealthServer);
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://{listener.LocalEndpoint}";
        _worker = Build(url, HealthCheckResult.Healthy());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _worker.StartAsync(Cancelled));

        Assert.Contains($"ASPNETCORE_URLS={url}", error.Message, StringComparison.Ordinal);
        Assert.Contains("address already in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_named()
    {
        _worker = Build("localhost", HealthCheckResult.Healthy());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _worker.StartAsync(Cancelled));

        Assert.Contains("ASPNETCORE_URLS=localhost", error.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_worker is not null)
        {
            await _worker.StopAsync(CancellationToken.None);
            _worker.Dispose();
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, HealthCheckResult sink)
    {
        _worker = Build("http://127.0.0.1:0", sink);
        await _worker.StartAsync(Cancelled);
        var server = _worker.Services.GetServices<IHostedService>().OfType<HealthServer>().Single();
        var response = await _http.GetAsync(new Uri(server.Addresses.Single() + path), Cancelled);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
    }

    private static IHost Build(string? urls, HealthCheckResult sink)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ASPNETCORE_URLS", urls)]);
        builder.AddServiceDefaults();
        builder.Services.AddHealthChecks().AddCheck("sink", () => sink);
        return builder.Build();
    }
}
