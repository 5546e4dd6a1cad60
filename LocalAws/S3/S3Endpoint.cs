namespace TelemetryAspire.LocalAws.S3;

/// <summary>Answers every request that names no JSON operation, as S3's REST API does.</summary>
internal sealed class S3Endpoint(ILogger<S3Endpoint> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        logger.IsEnabled(LogLevel.Debug);
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        return Task.CompletedTask;
    }
}
