namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What an append to a <see cref="BufferLog"/> did.</summary>
/// <param name="Numbers">The records' numbers in the log, in their order.</param>
/// <param name="NeedsAttention">A buffer was opened, so there is a new deadline, or sealed, so it can be
/// delivered.</param>
internal readonly record struct AppendResult(long[] Numbers, bool NeedsAttention);
