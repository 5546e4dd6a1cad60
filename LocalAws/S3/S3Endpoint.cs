using Microsoft.AspNetCore.Http.Features;
using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Answers every request that names no JSON operation, as S3's REST API does.</summary>
internal sealed partial class S3Endpoint(
    S3Routes routes,
    FaultInjector faults,
    TimeProvider clock,
    ILogger<S3Endpoint> logger)
{
    /// <summary>Answers one request; every refusal becomes S3's error document.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["x-amz-request-id"] = context.TraceIdentifier;
        ExpectContinue.EndConnectionUnlessBodyIsRead(context);
        var aborted = context.RequestAborted;
        try
        {
            var request = S3Request.Parse(context, clock.GetUtcNow());
            var operation = routes.Find(request);
            await StrikeAsync(context, operation);
            await operation.InvokeAsync(request, aborted);
        }
        catch (S3Exception refusal)
        {
            await S3ErrorDocument.WriteAsync(context, refusal);
        }
        catch (Exception exception) when (aborted.IsCancellationRequested && exception is OperationCanceledException)
        {
            LogAborted(context.Request.Method, RawTarget(context));
        }
        catch (DamagedContentException exception) when (!context.Response.HasStarted)
        {
            LogDamaged(exception, context.Request.Method, RawTarget(context));
            await S3ErrorDocument.WriteAsync(context, S3Errors.DamagedContent());
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            LogFailed(exception, context.Request.Method, RawTarget(context), context.TraceIdentifier);
            await S3ErrorDocument.WriteAsync(context, S3Errors.InternalError());
        }
    }

    private async ValueTask StrikeAsync(HttpContext context, IS3Operation operation)
    {
        var name = OperationNames.OfS3(operation);
        if (await faults.StrikeAsync(context, name, context.RequestAborted) is InjectedError error)
        {
            throw new S3Exception(error.Code, error.Message, error.StatusCode);
        }
    }

    private static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    [LoggerMessage(LogLevel.Debug, "The client ended {Method} {Target} before its answer.")]
    private partial void LogAborted(string method, string target);

    [LoggerMessage(LogLevel.Error, "{Method} {Target} found damaged content; the client was told InternalError.")]
    private partial void LogDamaged(Exception exception, string method, string target);

    [LoggerMessage(LogLevel.Error, "{Method} {Target} failed; the client was told InternalError ({RequestId}).")]
    private partial void LogFailed(Exception exception, string method, string target, string requestId);
}
