using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Connections;
using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Protocol.EventStreams;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The operations of the AWS JSON 1.0 and 1.1 protocols by their target, and the way to call them over HTTP.
/// </summary>
/// <remarks>Filled while the application is built; read-only, and so safe to share, from then on.</remarks>
internal sealed partial class AwsJsonOperations(FaultInjector faults, ILogger<AwsJsonOperations> logger)
{
    private const int WriteBytes = 128 * 1024;

    private readonly Dictionary<string, JsonOperation> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventStreamOperation> _eventStreams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errorNamespaces = new(StringComparer.Ordinal);

    /// <summary>Adds an operation.</summary>
    /// <param name="target">The value of <c>X-Amz-Target</c>, for example <c>Kinesis_20131202.PutRecords</c>.</param>
    /// <param name="requestType">How to read the request.</param>
    /// <param name="responseType">How to write the response.</param>
    /// <param name="operation">What runs.</param>
    public void Map<TRequest, TResponse>(
        string target,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        IOperation<TRequest, TResponse> operation) =>
        _operations.Add(target, new JsonOperation<TRequest, TResponse>(requestType, responseType, operation));

    /// <summary>Adds an operation that answers with an empty body.</summary>
    public void Map<TRequest>(
        string target,
        JsonTypeInfo<TRequest> requestType,
        IOperation<TRequest, NoContent> operation) =>
        _operations.Add(target, new JsonOperation<TRequest, NoContent>(requestType, null, operation));

    /// <summary>Adds an operation that answers with a stream of events.</summary>
    public void Map<TRequest, TEvent>(
        string target,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TEvent> eventType,
        IEventStreamOperation<TRequest, TEvent> operation) =>
        _eventStreams.Add(
            target, new EventStreamOperation<TRequest, TEvent>(requestType, eventType, operation, logger));

    /// <summary>
    /// Makes the errors of a service carry a namespace, as <c>com.amazonaws.example#ResourceNotFoundException</c>.
    /// </summary>
    /// <param name="service">The target's part before the dot.</param>
    /// <param name="errorNamespace">What stands before the error's name, including '#'.</param>
    public void UseErrorNamespace(string service, string errorNamespace) => _errorNamespaces[service] = errorNamespace;

    /// <summary>The shapes of all requests, by target.</summary>
    public IEnumerable<KeyValuePair<string, JsonTypeInfo>> Contracts =>
        _operations.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.RequestType))
            .Concat(_eventStreams.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.RequestType)));

    /// <summary>Calls an operation as its clients do, but from inside the process.</summary>
    /// <returns>The response; an undefined element when the operation answers with an empty body.</returns>
    /// <exception cref="AwsException">The operation is unknown or refused the request.</exception>
    public async ValueTask<JsonElement> CallAsync(
        string target,
        JsonObject request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        using var response = new PooledBuffer();
        await Find(target).InvokeAsync(
            Encoding.UTF8.GetBytes(request.ToJsonString()),
            response,
            JsonWireFormat.Version11,
            context,
            cancellationToken);
        return response.Length == 0 ? default : JsonElement.Parse(response.Span);
    }

    /// <summary>Answers one request whose <c>X-Amz-Target</c> is <paramref name="target"/>.</summary>
    public async Task InvokeAsync(HttpContext context, string target)
    {
        var aborted = context.RequestAborted;
        var format = WireFormat.Of(context.Request);
        try
        {
            var eventStream = _eventStreams.GetValueOrDefault(target);
            var operation = eventStream is null ? Find(target) : null;
            using var body = await RequestBody.ReadAsync(context.Request, format.MaxRequestBytes, aborted);
            var batchFault = await StrikeAsync(context, target);
            if (eventStream is not null)
            {
                await eventStream.InvokeAsync(context, body.Memory, format);
                return;
            }

            using var response = new PooledBuffer();
            operation = batchFault?.Around(operation!) ?? operation!;
            await operation.InvokeAsync(body.Memory, response, format, RequestContext.From(context), aborted);
            await WriteAsync(context, StatusCodes.Status200OK, format, response);
        }
        catch (AwsException exception)
        {
            await WriteErrorAsync(context, target, format, exception);
        }
        catch (Exception exception) when (exception is ConnectionResetException
            || (exception is OperationCanceledException && aborted.IsCancellationRequested))
        {
            LogAborted(logger, target);
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            LogFailed(logger, exception, target, context.TraceIdentifier);
            await WriteErrorAsync(context, target, format, new AwsException(
                "InternalFailure",
                "The request processing has failed because of an unknown error, exception or failure.",
                StatusCodes.Status500InternalServerError));
        }
    }

    private async ValueTask<BatchFault?> StrikeAsync(HttpContext context, string target)
    {
        var fault = await faults.StrikeAsync(context, OperationNames.OfTarget(target), context.RequestAborted);
        return fault is InjectedError error ? throw error.ToAwsException() : fault as BatchFault;
    }

    private JsonOperation Find(string target) => _operations.TryGetValue(target, out var operation)
        ? operation
        : throw new AwsException("UnknownOperationException", $"The operation '{target}' is unknown.");

    private async Task WriteErrorAsync(
        HttpContext context,
        string target,
        WireFormat format,
        AwsException exception)
    {
        var errorNamespace = _errorNamespaces.GetValueOrDefault(target.Split('.')[0], "");
        using var response = new PooledBuffer();
        format.WriteError(response, errorNamespace + exception.Code, exception);
        await WriteAsync(context, exception.StatusCode, format, response);
    }

    private static async Task WriteAsync(HttpContext context, int statusCode, WireFormat format, PooledBuffer body)
    {
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = format.ContentType;
        response.ContentLength = body.Length;
        // Kestrel would copy a large body whole before it sends a byte of it.
        for (var start = 0; start < body.Length; start += WriteBytes)
        {
            await response.Body.WriteAsync(
                body.Memory.Slice(start, Math.Min(WriteBytes, body.Length - start)), context.RequestAborted);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The caller of {Target} hung up.")]
    private static partial void LogAborted(ILogger logger, string target);

    [LoggerMessage(LogLevel.Error, "{Target} failed; request {RequestId} is answered with InternalFailure.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string target, string requestId);
}
