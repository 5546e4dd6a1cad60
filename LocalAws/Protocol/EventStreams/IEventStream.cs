namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>The events of one call, made as fast as the client takes them; disposed when the call is over.</summary>
/// <remarks>
/// An event that is <see cref="IDisposable"/> is disposed before it is sent, and the next one is made after that.
/// </remarks>
internal interface IEventStream<out TEvent> : IAsyncEnumerable<TEvent>, IDisposable
{
    /// <summary>
    /// Cancelled when the stream has come to its end. A client that does not take what is under way soon after is
    /// cut off.
    /// </summary>
    CancellationToken Ended { get; }
}
