namespace TelemetryAspire.FunctionHost;

/// <summary>
/// Invokes the function with the records of a Kinesis stream, shard by shard, in order, at least once.
/// </summary>
/// <remarks>
/// The parameter is a <see cref="KinesisBatch"/>. The method returns <c>Task&lt;KinesisBatchResult&gt;</c> to say which
/// records failed, or <c>Task</c> when a batch only succeeds as a whole. A shard without a checkpoint is read from its
/// oldest record.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class KinesisTriggerAttribute(string stream) : Attribute
{
    /// <summary>
    /// The largest batch size; AWS Lambda's limit for a Kinesis event source, and that of one GetRecords call.
    /// </summary>
    public const int MaxBatchSize = 10_000;

    /// <summary>The stream's name; <c>%Key%</c> stands for the value of a configuration key.</summary>
    public string Stream { get; } = stream;

    /// <summary>The most records one invocation receives: 1 to <see cref="MaxBatchSize"/>, 100 by default.</summary>
    public int BatchSize { get; set; } = 100;
}
