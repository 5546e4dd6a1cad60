using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration;

/// <summary>What to ask an endpoint, and what it must answer.</summary>
internal sealed record HttpEndpointCheck(EndpointReference Endpoint, string Path, int StatusCode);

/// <summary>Healthy while an endpoint answers with the expected status.</summary>
internal sealed class HttpEndpointHealthCheck(HttpEndpointCheck check, IHttpClientFactory clients) : IHealthCheck
{
    public const string ClientName = "Aspire.Hosting.HealthChecks";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!check.Endpoint.IsAllocated)
        {
            return HealthCheckResult.Unhealthy($"The endpoint '{check.Endpoint.EndpointName}' has no address yet.");
        }

        var url = new Uri(new Uri(check.Endpoint.Url), check.Path);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(
                url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            return status == check.StatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(string.Create(
                    CultureInfo.InvariantCulture, $"{url} answered {status}, expected {check.StatusCode}."));
        }
        catch (HttpRequestException unreachable)
        {
            return HealthCheckResult.Unhealthy($"{url} could not be reached: {unreachable.Message}", unreachable);
        }
        catch (OperationCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"{url} did not answer in time.", timeout);
        }
    }
}
