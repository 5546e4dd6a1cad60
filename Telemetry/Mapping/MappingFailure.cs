namespace TelemetryAspire.Telemetry;

/// <summary>Why a record is not a reading. It stands in the record's dead letter.</summary>
/// <param name="Reason">The reason, to count and to search by.</param>
/// <param name="Message">What is wrong and what to do about it, for the person who reads the dead letter.</param>
public sealed record MappingFailure(MappingFailureReason Reason, string Message);
