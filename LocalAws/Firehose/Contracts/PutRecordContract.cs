namespace TelemetryAspire.LocalAws.Firehose.Contracts;

/// <summary>One record: up to 1,024,000 bytes, opaque to Firehose.</summary>
internal sealed record FirehoseRecord(byte[]? Data);

/// <summary>The request of PutRecord.</summary>
internal sealed record PutRecordRequest(string? DeliveryStreamName, FirehoseRecord? Record);

/// <summary>The response of PutRecord.</summary>
internal sealed record PutRecordResponse(string RecordId, bool Encrypted);

/// <summary>The request of PutRecordBatch.</summary>
internal sealed record PutRecordBatchRequest(string? DeliveryStreamName, IReadOnlyList<FirehoseRecord?>? Records);

/// <summary>The response of PutRecordBatch: one entry for each record, in their order.</summary>
internal sealed record PutRecordBatchResponse(
    int FailedPutCount,
    bool Encrypted,
    IReadOnlyList<PutRecordBatchResponseEntry> RequestResponses);

/// <summary>What became of one record: its id, or why it was not taken.</summary>
internal sealed record PutRecordBatchResponseEntry(
    string? RecordId,
    string? ErrorCode,
    string? ErrorMessage);
