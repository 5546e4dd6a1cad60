using TelemetryAspire.LocalAws.Admin;
using TelemetryAspire.LocalAws.Hosting;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The first to see a request: refuses foreign hosts, then hands it to the admin API or to the AWS services, where
/// <see cref="ServiceRouter"/> goes on.
/// </summary>
internal sealed class RequestRouter(LocalAwsOptions options, AdminEndpoint admin, GenerationHost generations)
{
    private readonly AllowedHosts _allowedHosts = new(options.AllowedHosts);

    /// <summary>Most callers send one and the same.</summary>
    private volatile string? _lastAccepted;

    public async Task InvokeAsync(HttpContext context)
    {
        // Kestrel's own ids are not in the form of AWS's.
        context.TraceIdentifier = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        try
        {
            RefuseForeignHost(context.Request.Host);
            await (AdminEndpoint.IsFor(context) ? admin.InvokeAsync(context) : generations.InvokeAsync(context));
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

    private static async Task WriteErrorAsync(HttpContext context, AwsException exception)
    {
        using var body = new PooledBuffer();
        ErrorBody.Write(body, exception.Code, exception);
        context.Response.StatusCode = exception.StatusCode;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.Memory, context.RequestAborted);
    }
}
