using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>Sends events to one client, holding no more than one of them.</summary>
/// <remarks>Not thread-safe. A write waits for a slow client, until it is cancelled; that breaks the stream.</remarks>
internal sealed class EventStreamWriter(HttpResponse response, WireFormat format) : IDisposable
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>How much is handed to the server at once, which keeps a copy until the client has taken it.</summary>
    private const int SliceBytes = 64 * 1024;

    private readonly PooledBuffer _frame = new();

    /// <summary>Sends the response's own members, of which there are none: some clients wait for this message.</summary>
    public ValueTask WriteInitialResponseAsync(CancellationToken cancellationToken)
    {
        Begin(":event-type", "initial-response", "event");
        format.WriteEmpty(_frame);
        return SendAsync(cancellationToken);
    }

    /// <summary>Sends an event, which is disposed before the client is waited for.</summary>
    public ValueTask WriteEventAsync<TEvent>(TEvent message, JsonTypeInfo<TEvent> type, CancellationToken cancellationToken)
    {
        using (message as IDisposable)
        {
            Begin(":event-type", typeof(TEvent).Name, "event");
            format.Write(_frame, message, type);
        }

        return SendAsync(cancellationToken);
    }

    /// <summary>Sends an error, after which nothing may follow.</summary>
    public ValueTask WriteExceptionAsync(AwsException exception, CancellationToken cancellationToken)
    {
        Begin(":exception-type", exception.Code, "exception");
        format.WriteError(_frame, typeName: null, exception);
        return SendAsync(cancellationToken);
    }

    public void Dispose() => _frame.Dispose();

    private void Begin(string typeHeader, string type, string messageType)
    {
        _frame.Clear();
        EventStreamFrame.Begin(
            _frame, (typeHeader, type), (":content-type", format.ContentType), (":message-type", messageType));
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        EventStreamFrame.End(_frame);
        for (var sent = 0; sent < _frame.Length; sent += SliceBytes)
        {
            var slice = _frame.Memory.Slice(sent, Math.Min(SliceBytes, _frame.Length - sent));
            await response.Body.WriteAsync(slice, cancellationToken);
        }
    }
}
