namespace Polly.CircuitBreaker;

/// <summary>Stands for Polly's exception, which the host knows by name only.</summary>
internal sealed class BrokenCircuitException : Exception;
