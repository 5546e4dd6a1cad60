using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Decides who answers a request: health, an operation named by <c>X-Amz-Target</c>, or S3.</summary>
internal sealed class RequestRouter(LocalAwsOptions options, AwsJsonOperations operations, S3Endpoint s3)
{
    private readonly AllowedHosts _allowedHosts = new(options.AllowedHosts);

    public Task InvokeAsync(HttpContext context)
    {
        // Kestrel's own ids are not in the form of AWS's.
        context.TraceIdentifier = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        if (!_allowedHosts.Contains(context.Request.Host.Host))
        {
            return RefuseHostAsync(context);
        }

        if (context.Request.Headers.TryGetValue("X-Amz-Target", out var target))
        {
            return operations.InvokeAsync(context, target.ToString());
        }

        return context.Request.Path == LocalAwsApplication.HealthPath
            ? AnswerHealthAsync(context)
            : s3.InvokeAsync(context);
    }

    /// <summary>Every store was opened before the first request was accepted, so an answer is good news.</summary>
    private static Task AnswerHealthAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"status":"available"}""", context.RequestAborted);
    }

    private static async Task RefuseHostAsync(HttpContext context)
    {
        using var body = new PooledBuffer();
        ErrorBody.Write(body, "", new AwsException(
            "AccessDeniedException",
            $"The host '{context.Request.Host.Host}' is not allowed; add it to LocalAws:AllowedHosts to accept it."));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.Memory, context.RequestAborted);
    }
}
