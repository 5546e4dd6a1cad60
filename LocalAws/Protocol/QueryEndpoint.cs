using Microsoft.AspNetCore.Connections;
using TelemetryAspire.LocalAws.Admin.Faults;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Answers the query protocol: form-encoded parameters in, XML out, the operation named by Action.</summary>
/// <remarks>
/// The service is told by the credential scope, else by Version, else by who has the Action: a hand-written call may
/// be unsigned and leave the version out.
/// </remarks>
internal sealed partial class QueryEndpoint(
    IReadOnlyList<QueryService> services, FaultInjector faults, ILogger<QueryEndpoint> logger)
{
    /// <summary>The services behind it.</summary>
    public IReadOnlyList<QueryService> Services => services;

    /// <summary>Answers one request for which <see cref="QueryForm.IsIn"/> holds.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var aborted = context.RequestAborted;
        var service = services[0];
        try
        {
            var form = await QueryForm.ReadAsync(context.Request, aborted);
            form.Remove("Action", out var action);
            form.Remove("Version", out var version);
            if (string.IsNullOrEmpty(action))
            {
                throw new AwsException("MissingAction", "The request is missing an action or a required parameter.");
            }

            service = ServiceOf(CredentialScope.Service(context.Request), version, action);
            var operation = OperationOf(service, action, version);
            await StrikeAsync(context, service, action);
            var write = await operation.InvokeAsync(new QueryParameters(form), RequestContext.From(context), aborted);
            await QueryResponse.WriteAsync(context, StatusCodes.Status200OK, QueryXml.Document(
                action + "Response",
                service.XmlNamespace,
                xml =>
                {
                    write(xml);
                    xml.Structure("ResponseMetadata", metadata => metadata.Text("RequestId", context.TraceIdentifier));
                }));
        }
        catch (AwsException exception)
        {
            await WriteErrorAsync(context, service, exception);
        }
        catch (Exception exception) when (exception is ConnectionResetException
            || (exception is OperationCanceledException && aborted.IsCancellationRequested))
        {
            LogAborted(logger);
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            LogFailed(logger, exception, context.TraceIdentifier);
            await WriteErrorAsync(context, service, new AwsException(
                "InternalFailure",
                "The request processing has failed because of an unknown error, exception or failure.",
                StatusCodes.Status500InternalServerError));
        }
    }

    private async ValueTask StrikeAsync(HttpContext context, QueryService service, string action)
    {
        var name = OperationNames.OfAction(service.SigningName, action);
        if (await faults.StrikeAsync(context, name, context.RequestAborted) is InjectedError error)
        {
            throw error.ToAwsException();
        }
    }

    private QueryService ServiceOf(string? signingName, string? version, string action) =>
        services.FirstOrDefault(service => service.SigningName == signingName)
        ?? services.FirstOrDefault(service => service.Version == version)
        ?? services.FirstOrDefault(service => service.Find(action) is not null)
        ?? services[0];

    private static QueryOperation OperationOf(QueryService service, string action, string? version)
    {
        if (version is { Length: > 0 } && version != service.Version)
        {
            throw new AwsException(
                "NoSuchVersion", $"The requested version ({version}) of service {service.SigningName} does not exist.");
        }

        return service.Find(action) ?? throw new AwsException(
            "InvalidAction", $"Could not find operation {action} for version {service.Version}");
    }

    // The JSON services end the same error's name otherwise.
    private static Task WriteErrorAsync(HttpContext context, QueryService service, AwsException exception) =>
        QueryResponse.WriteErrorAsync(
            context,
            service.XmlNamespace,
            exception.Code == "ValidationException" ? "ValidationError" : exception.Code,
            exception);

    [LoggerMessage(LogLevel.Debug, "The caller of a query operation hung up.")]
    private static partial void LogAborted(ILogger logger);

    [LoggerMessage(LogLevel.Error, "A query operation failed; request {RequestId} is answered with InternalFailure.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string requestId);
}
