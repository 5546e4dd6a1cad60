using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>Sends events to one client, holding no more than one of them.</summary>
/// <remarks>Not thread-safe. A write waits for a slow client, until it is cancelled; that breaks the stream.</remarks>
internal sealed class EventStreamWriter(HttpResponse response, WireFormat format)
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>How much is handed to the server at once, which keeps a copy until the client has taken it.</summary>
    private const int SliceBytes = 64 * 1024;

    /// <summary>Sends the response's own members: there are none, but some clients wait for this message.</summary>
    public async ValueTask WriteInitialResponseAsync(CancellationToken cancellationToken)
    {
        using var frame = new PooledBuffer();
        Begin(frame, ":event-type", "initial-response", "event");
        format.WriteEmpty(frame);
        await SendAsync(frame, cancellationToken);
    }

    /// <summary>Sends an event, which is disposed before the client is waited for.</summary>
    public async ValueTask WriteEventAsync<TEvent>(
        TEvent message,
        JsonTypeInfo<TEvent> type,
        CancellationToken cancellationToken)
    {
        using var frame = new PooledBuffer();
        using (message as IDisposable)
        {
            Begin(frame, ":event-type", typeof(TEvent).Name, "event");
            format.Write(frame, message, type);
        }

        await SendAsync(frame, cancellationToken);
    }

    /// <summary>Sends an error, after which nothing may follow.</summary>
    public async ValueTask WriteExceptionAsync(AwsException exception, CancellationToken cancellationToken)
    {
        using var frame = new PooledBuffer();
        Begin(frame, ":exception-type", exception.Code, "exception");
        format.WriteError(frame, typeName: null, exception);
        await SendAsync(frame, cancellationToken);
    }

    private void Begin(PooledBuffer frame, string typeHeader, string type, string messageType) =>
        EventStreamFrame.Begin(
            frame, (typeHeader, type), (":content-type", format.ContentType), (":message-type", messageType));

    private async ValueTask SendAsync(PooledBuffer frame, CancellationToken cancellationToken)
    {
        EventStreamFrame.End(frame);
        for (var sent = 0; sent < frame.Length; sent += SliceBytes)
        {
            var slice = frame.Memory.Slice(sent, Math.Min(SliceBytes, frame.Length - sent));
            await response.Body.WriteAsync(slice, cancellationToken);
        }
    }
}
