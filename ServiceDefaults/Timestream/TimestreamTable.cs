namespace TelemetryAspire.ServiceDefaults;

/// <summary>Names the table that a <see cref="TimestreamBatchWriter"/> writes to.</summary>
/// <param name="DatabaseName">Timestream database.</param>
/// <param name="TableName">Table in that database.</param>
public sealed record TimestreamTable(string DatabaseName, string TableName);
