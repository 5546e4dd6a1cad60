namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>A function of ours met data it cannot work on; the message becomes that of the API's QueryExecutionException.</summary>
internal sealed class QueryDataException(string message, Exception? innerException = null)
    : Exception(message, innerException);
