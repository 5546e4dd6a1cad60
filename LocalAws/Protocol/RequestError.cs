using TelemetryAspire.LocalAws.Admin;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Answers a request that ended outside of the service it was for, in the protocol of that service.</summary>
internal static class RequestError
{
    private const string JsonSuffix = "Exception";

    /// <param name="context">The request.</param>
    /// <param name="exception">The error, with its code as the JSON services have it.</param>
    public static Task WriteAsync(HttpContext context, AwsException exception)
    {
        if (AdminEndpoint.IsFor(context) || context.Request.Headers.ContainsKey(ServiceRouter.TargetHeader))
        {
            return WriteInWireFormatAsync(context, exception);
        }

        // AccessDeniedException, for example, is AccessDenied wherever errors are XML.
        var code = exception.Code.EndsWith(JsonSuffix, StringComparison.Ordinal)
            ? exception.Code[..^JsonSuffix.Length]
            : exception.Code;
        return QueryForm.IsIn(context.Request)
            ? QueryResponse.WriteErrorAsync(context, QueryResponse.AnyService, code, exception)
            : S3ErrorDocument.WriteAsync(context, new S3Exception(code, exception.Message, exception.StatusCode));
    }

    private static async Task WriteInWireFormatAsync(HttpContext context, AwsException exception)
    {
        var format = AdminEndpoint.IsFor(context) ? JsonWireFormat.Version11 : WireFormat.Of(context.Request);
        using var body = new PooledBuffer();
        format.WriteError(body, exception.Code, exception);
        context.Response.StatusCode = exception.StatusCode;
        context.Response.ContentType = format.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.Memory, context.RequestAborted);
    }
}
