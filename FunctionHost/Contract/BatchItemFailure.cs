namespace TelemetryAspire.FunctionHost;

/// <summary>One record of a batch that the function could not handle.</summary>
/// <param name="SequenceNumber">Which record of the batch.</param>
/// <param name="Kind">Whether trying again can help.</param>
/// <param name="Reason">
/// A short, stable name of the cause, by which dead letters are listed, such as <c>MalformedJson</c>.
/// </param>
/// <param name="Error">What exactly went wrong, in words, when there is more to say.</param>
public sealed record BatchItemFailure(
    SequenceNumber SequenceNumber, FailureKind Kind, string Reason, string? Error = null);
