using Microsoft.AspNetCore.Http.Features;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>
/// Answers what is asked of LocalAws itself, below <c>/_localaws/</c>. No bucket can have this name: none begins with
/// '_'.
/// </summary>
/// <remarks>
/// All but health is off unless <see cref="LocalAwsOptions.EnableAdminApi"/> is set. There are no CORS headers, and
/// whatever changes something needs a method or a content type that a browser sends to a foreign site only if that
/// allows it: so no web page can use this API.
/// </remarks>
internal sealed partial class AdminEndpoint(
    LocalAwsOptions options, AdminRoutes routes, GenerationHost generations, ILogger<AdminEndpoint> logger)
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
        var aborted = context.RequestAborted;
        try
        {
            await FindHandler(context)(context);
        }
        catch (AdminException refusal)
        {
            await WriteErrorAsync(context, refusal.StatusCode, refusal.Code, refusal.Message, refusal.Member);
        }
        catch (AwsException refusal)
        {
            await WriteErrorAsync(context, refusal.StatusCode, refusal.Code, refusal.Message);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            LogAborted(context.Request.Method, context.Request.Path);
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            // The one who can mend it is the one who asks: unlike AWS's errors, this one says what happened.
            LogFailed(exception, context.Request.Method, context.Request.Path);
            await WriteErrorAsync(
                context, StatusCodes.Status500InternalServerError, "InternalError", exception.Message);
        }
    }

    private RequestDelegate FindHandler(HttpContext context)
    {
        if (context.Request.Path == LocalAwsApplication.HealthPath)
        {
            return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? AnswerHealthAsync
                : throw AdminRoutes.MethodNotAllowed(context, "GET");
        }

        return options.EnableAdminApi
            ? routes.Find(context)
            : throw new AdminException(
                StatusCodes.Status403Forbidden,
                "AdminApiDisabled",
                "The admin API is off, because it can delete all data. "
                + "Start LocalAws with --LocalAws:EnableAdminApi=true to use it.");
    }

    /// <summary>Health waits while data is being replaced: an answer means that requests are answered.</summary>
    private async Task AnswerHealthAsync(HttpContext context)
    {
        await generations.WaitAsync(context.RequestAborted);
        await AdminRequest.WriteAsync(
            context, StatusCodes.Status200OK, new AdminStatus("available"), AdminJsonContext.Default.AdminStatus);
    }

    private static Task WriteErrorAsync(
        HttpContext context, int statusCode, string code, string message, string? member = null) =>
        AdminRequest.WriteAsync(
            context, statusCode, new AdminError(code, message, member), AdminJsonContext.Default.AdminError);

    [LoggerMessage(LogLevel.Debug, "The caller of {Method} {Path} hung up.")]
    private partial void LogAborted(string method, string path);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed.")]
    private partial void LogFailed(Exception exception, string method, string path);
}
