using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>The two endpoints that tell whether a service is ready and whether it is alive.</summary>
internal static class HealthEndpoints
{
    /// <summary>Tag of the checks that <c>/alive</c> runs: those whose failure only a restart can cure.</summary>
    internal const string LiveTag = "live";

    private const string HealthPath = "/health";
    private const string AlivePath = "/alive";

    /// <summary>Whether a request path is one of the two endpoints.</summary>
    internal static bool Serve(PathString path) => path.Equals(HealthPath) || path.Equals(AlivePath);

    /// <summary>Maps both endpoints to the checks of <paramref name="checks"/>.</summary>
    internal static void Map(IEndpointRouteBuilder endpoints, HealthCheckService checks)
    {
        endpoints.MapGet(HealthPath, context => RespondAsync(context, checks, null));
        endpoints.MapGet(AlivePath, context => RespondAsync(context, checks, check => check.Tags.Contains(LiveTag)));
    }

    private static async Task RespondAsync(
        HttpContext context,
        HealthCheckService checks,
        Func<HealthCheckRegistration, bool>? predicate)
    {
        var report = await checks.CheckHealthAsync(predicate, context.RequestAborted);

        // Degraded still serves: taking a worker out because its sink is out would only lengthen the backlog.
        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            HealthAnswer.From(report),
            HealthJsonContext.Default.HealthAnswer,
            cancellationToken: context.RequestAborted);
    }
}
