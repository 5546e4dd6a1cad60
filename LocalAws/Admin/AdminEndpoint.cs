using Microsoft.AspNetCore.Http.Features;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>
/// Answers what is asked of LocalAws itself, below <c>/_localaws/</c>. No bucket can have this name: none begins with
/// '_'.
/// </summary>
internal sealed class AdminEndpoint(GenerationHost generations)
{
    private const string PathPrefix = "/_localaws/";

    /// <summary>Whether the request is one to LocalAws itself.</summary>
    public static bool IsFor(HttpContext context)
    {
        // The target as it was sent, since "/lake/../_localaws/health" names an object of the bucket "lake".
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.StartsWith(PathPrefix, StringComparison.Ordinal)
            && S3Host.FindBucket(context.Request.Host.Host) is null;
    }

    /// <summary>Answers one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != LocalAwsApplication.HealthPath)
        {
            throw new AwsException(
                "NotFound",
                $"There is nothing at {context.Request.Path}.",
                StatusCodes.Status404NotFound);
        }

        await generations.WaitAsync(context.RequestAborted);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"status":"available"}""", context.RequestAborted);
    }
}
