namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Why a shard's worker ended.</summary>
internal enum ShardOutcome
{
    /// <summary>The closed shard is wholly handled; its children may start.</summary>
    ShardEnd,

    /// <summary>The host stops.</summary>
    Stopped,

    /// <summary>The stream or the shard does not exist any more.</summary>
    Gone,

    /// <summary>
    /// Somebody else moved the checkpoint, or the worker failed in a way it does not know; start again.
    /// </summary>
    Lost,
}
