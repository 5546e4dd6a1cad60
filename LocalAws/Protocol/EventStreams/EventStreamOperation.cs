using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>An operation with a stream of events as HTTP reaches it.</summary>
internal abstract class EventStreamOperation
{
    /// <summary>The shape of a request.</summary>
    public abstract JsonTypeInfo RequestType { get; }

    /// <summary>Runs the operation on the request in <paramref name="body"/> and sends its events.</summary>
    /// <exception cref="AwsException">The operation was refused; nothing is sent yet.</exception>
    public abstract Task InvokeAsync(HttpContext http, ReadOnlyMemory<byte> body, WireFormat format);
}

/// <inheritdoc/>
/// <param name="requestType">How to read the request.</param>
/// <param name="eventType">How to write an event; its type's name is the event's name.</param>
/// <param name="operation">The operation itself.</param>
/// <param name="logger">Where to tell of what a client cannot be told.</param>
internal sealed partial class EventStreamOperation<TRequest, TEvent>(
    JsonTypeInfo<TRequest> requestType,
    JsonTypeInfo<TEvent> eventType,
    IEventStreamOperation<TRequest, TEvent> operation,
    ILogger logger) : EventStreamOperation
{
    /// <summary>How long a client may take for the rest of an event once the stream has come to its end.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    public override JsonTypeInfo RequestType => requestType;

    public override async Task InvokeAsync(HttpContext http, ReadOnlyMemory<byte> body, WireFormat format)
    {
        var request = format.Read(body, requestType);
        using var pooledRequest = request as IDisposable;
        using var events = await operation.InvokeAsync(request, RequestContext.From(http), http.RequestAborted);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var atEnd = events.Ended.Register(() => limit.CancelAfter(EndLimit));
        try
        {
            http.Response.ContentType = EventStreamWriter.ContentType;
            await SendAsync(events, http, format, limit.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogCutOff(http.TraceIdentifier, EndLimit);
            http.Abort();
        }
    }

    private async Task SendAsync(
        IEventStream<TEvent> events,
        HttpContext http,
        WireFormat format,
        CancellationToken cancellationToken)
    {
        var writer = new EventStreamWriter(http.Response, format);
        await writer.WriteInitialResponseAsync(cancellationToken);
        try
        {
            await foreach (var message in events.WithCancellation(http.RequestAborted))
            {
                await writer.WriteEventAsync(message, eventType, cancellationToken);
            }
        }
        catch (AwsException exception)
        {
            await writer.WriteExceptionAsync(exception, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException
            && !http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(exception, http.TraceIdentifier);
            await writer.WriteExceptionAsync(
                new AwsException("InternalFailureException", "Internal service failure."), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Request {RequestId} was cut off {Limit} after the end of its events.")]
    private partial void LogCutOff(string requestId, TimeSpan limit);

    [LoggerMessage(LogLevel.Error, "The events of request {RequestId} end with InternalFailureException.")]
    private partial void LogFailed(Exception exception, string requestId);
}
