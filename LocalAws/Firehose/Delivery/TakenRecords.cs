namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What became of put records.</summary>
/// <param name="RecordIds">An id for each, in their order; null for one beyond the throughput, to be put again.</param>
/// <param name="IsEncrypted">Whether encryption was on.</param>
internal readonly record struct TakenRecords(string?[] RecordIds, bool IsEncrypted);
