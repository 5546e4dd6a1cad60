namespace TelemetryAspire.FunctionHost;

/// <summary>Decides whether an exception tells of an outage or may be a record's own fault.</summary>
/// <remarks>
/// An outage is retried for as long as it takes and never dead-letters anything. Register your own implementation to
/// teach the host the exceptions of your sink; <see cref="OutageClassifier"/> is the default.
/// </remarks>
public interface IOutageClassifier
{
    /// <summary>True when no record can be at fault and trying again later can help.</summary>
    bool IsOutage(Exception exception);
}
