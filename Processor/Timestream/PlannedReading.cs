using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.Processor.Timestream;

/// <summary>A reading and where its rows stand in the <see cref="WritePlan"/>.</summary>
/// <param name="SequenceNumber">The record it comes from.</param>
/// <param name="FirstRow">The index of its first row.</param>
/// <param name="RowCount">How many rows it has; at least one.</param>
/// <param name="TimeNanoseconds">The time of its rows, in nanoseconds since 1970.</param>
/// <param name="IsCorrected">Whether that is its arrival, not its own time.</param>
/// <param name="TraceParent">The producer's trace context, if the record has it.</param>
internal readonly record struct PlannedReading(
    SequenceNumber SequenceNumber,
    int FirstRow,
    int RowCount,
    long TimeNanoseconds,
    bool IsCorrected,
    string? TraceParent);
