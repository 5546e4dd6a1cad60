using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What became of put records.</summary>
/// <param name="Outcomes">One for each, in their order.</param>
/// <param name="IsEncrypted">Whether encryption was on.</param>
internal readonly record struct TakenRecords(PutOutcome[] Outcomes, bool IsEncrypted);

/// <summary>What became of one put record: its id, or the error with which it is to be put again.</summary>
internal readonly record struct PutOutcome(string? RecordId, AwsException? Error);
