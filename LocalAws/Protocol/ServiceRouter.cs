using TelemetryAspire.LocalAws.S3;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// Decides which AWS service answers a request: an operation named by <c>X-Amz-Target</c> or by the form field
/// <c>Action</c>, or S3.
/// </summary>
internal sealed class ServiceRouter(AwsJsonOperations operations, QueryEndpoint query, S3Endpoint s3)
{
    /// <summary>Names the operation of a service that speaks JSON or CBOR.</summary>
    public const string TargetHeader = "X-Amz-Target";

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Headers.TryGetValue(TargetHeader, out var target)
            ? operations.InvokeAsync(context, target.ToString())
            : QueryForm.IsIn(context.Request) ? query.InvokeAsync(context) : s3.InvokeAsync(context);
}
