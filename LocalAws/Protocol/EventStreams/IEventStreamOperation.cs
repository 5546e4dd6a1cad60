namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>One AWS API operation that answers with a stream of events.</summary>
/// <remarks>
/// What is thrown as <see cref="AwsException"/> before the stream is returned is an error like that of any operation;
/// what the stream throws later is sent as its last event.
/// </remarks>
internal interface IEventStreamOperation<in TRequest, TEvent>
{
    ValueTask<IEventStream<TEvent>> InvokeAsync(
        TRequest request,
        RequestContext context,
        CancellationToken cancellationToken);
}
