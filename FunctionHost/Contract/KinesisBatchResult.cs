namespace TelemetryAspire.FunctionHost;

/// <summary>What became of a batch: every record not named as a failure was handled.</summary>
/// <remarks>
/// The contract of Lambda's ReportBatchItemFailures, with two differences: each failure says whether it is transient or
/// poison, and records after a failed one that were handled are not given to the function again in this process.
/// </remarks>
public sealed class KinesisBatchResult(IReadOnlyList<BatchItemFailure> batchItemFailures)
{
    /// <summary>Every record was handled.</summary>
    public static KinesisBatchResult Success { get; } = new([]);

    /// <summary>
    /// The records that failed, in any order. A sequence number outside the batch fails the whole batch.
    /// </summary>
    public IReadOnlyList<BatchItemFailure> BatchItemFailures { get; } = batchItemFailures;
}
