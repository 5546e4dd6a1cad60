using TelemetryAspire.LocalAws.Admin;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The first to see a request: refuses foreign hosts and foreign web pages, then hands it to the admin API or to the
/// AWS services, where <see cref="ServiceRouter"/> goes on.
/// </summary>
internal sealed class RequestRouter
{
    private const string AccessDenied = "AccessDenied";

    private readonly AdminEndpoint _admin;
    private readonly GenerationHost _generations;
    private readonly AllowedHosts _allowedHosts;
    private readonly ForeignPages _foreignPages;

    /// <summary>Most callers send one and the same.</summary>
    private volatile string? _lastAccepted;

    public RequestRouter(LocalAwsOptions options, AdminEndpoint admin, GenerationHost generations)
    {
        _admin = admin;
        _generations = generations;
        _allowedHosts = new AllowedHosts(options.AllowedHosts);
        _foreignPages = new ForeignPages(_allowedHosts);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        // Kestrel's own ids are not in the form of AWS's.
        context.TraceIdentifier = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        try
        {
            RefuseForeignHost(context.Request.Host);
            _foreignPages.Refuse(context.Request);
            await (AdminEndpoint.IsFor(context) ? _admin.InvokeAsync(context) : _generations.InvokeAsync(context));
        }
        catch (AwsException exception)
        {
            await WriteErrorAsync(context, exception);
        }
    }

    private void RefuseForeignHost(HostString host)
    {
        if (host.Value == _lastAccepted)
        {
            return;
        }

        // Some that end in an allowed name are no names: "..localhost".
        if (!_allowedHosts.Contains(host.Host) || !Uri.TryCreate($"http://{host}", UriKind.Absolute, out _))
        {
            throw new AwsException(
                "AccessDeniedException",
                $"The host '{host.Host}' is not allowed; add it to LocalAws:AllowedHosts to accept it.",
                StatusCodes.Status403Forbidden);
        }

        _lastAccepted = host.Value;
    }

    private static Task WriteErrorAsync(HttpContext context, AwsException exception)
    {
        if (AdminEndpoint.IsFor(context) || context.Request.Headers.ContainsKey(ServiceRouter.TargetHeader))
        {
            return WriteJsonErrorAsync(context, exception);
        }

        // Only the JSON services end the name of this error otherwise.
        var code = exception.Code == AccessDenied + "Exception" ? AccessDenied : exception.Code;
        return QueryForm.IsIn(context.Request)
            ? QueryResponse.WriteErrorAsync(context, QueryResponse.AnyService, code, exception)
            : S3ErrorDocument.WriteAsync(context, new S3Exception(code, exception.Message, exception.StatusCode));
    }

    private static async Task WriteJsonErrorAsync(HttpContext context, AwsException exception)
    {
        using var body = new PooledBuffer();
        ErrorBody.Write(body, exception.Code, exception);
        context.Response.StatusCode = exception.StatusCode;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.Memory, context.RequestAborted);
    }
}
