using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Decides which AWS service answers a request: an operation named by <c>X-Amz-Target</c>, or S3.</summary>
internal sealed class ServiceRouter(AwsJsonOperations operations, S3Endpoint s3)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Headers.TryGetValue("X-Amz-Target", out var target)
            ? operations.InvokeAsync(context, target.ToString())
            : s3.InvokeAsync(context);
}
