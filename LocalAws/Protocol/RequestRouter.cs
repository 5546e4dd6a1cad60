using TelemetryAspire.LocalAws.Admin;
using TelemetryAspire.LocalAws.Hosting;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The first to see a request: refuses foreign hosts and foreign web pages, then hands it to the admin API or to the
/// AWS services, where <see cref="ServiceRouter"/> goes on.
/// </summary>
internal sealed class RequestRouter
{
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
            await RequestError.WriteAsync(context, exception);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            if (!HttpProtocol.IsHttp2(context.Request.Protocol))
            {
                // What is left of the body would be taken for the next request.
                context.Response.Headers.Connection = "close";
            }

            await RequestError.WriteAsync(context, Unreadable(exception));
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

    /// <summary>A body that cannot be read: its chunks are none, or it comes too slowly.</summary>
    private static AwsException Unreadable(BadHttpRequestException exception) =>
        exception.StatusCode == StatusCodes.Status408RequestTimeout
            ? new AwsException(
                "RequestTimeoutException",
                "Your socket connection to the server was not read from or written to within the timeout period. "
                + "Idle connections will be closed.")
            : new AwsException("InvalidRequestException", exception.Message, exception.StatusCode);
}
