namespace TelemetryAspire.ServiceDefaults;

/// <summary>Timestream does not take the time of a record yet, and will when it is no longer so far ahead.</summary>
/// <param name="reason">The service's own words.</param>
/// <param name="innerException">The answer that carried them.</param>
public sealed class RecordAheadOfRangeException(string reason, Exception innerException)
    : Exception(reason, innerException);
