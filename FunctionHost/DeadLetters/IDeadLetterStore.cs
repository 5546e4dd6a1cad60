namespace TelemetryAspire.FunctionHost;

/// <summary>Keeps dead letters durably.</summary>
public interface IDeadLetterStore
{
    /// <summary>Keeps a dead letter; the same record again replaces it. An exception means the store is out.</summary>
    /// <remarks>The checkpoint moves over the record after this completes.</remarks>
    Task WriteAsync(DeadLetter deadLetter, CancellationToken cancellationToken);
}
