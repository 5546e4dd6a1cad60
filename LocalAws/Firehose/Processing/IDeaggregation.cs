namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>A way to take a record apart that holds several.</summary>
internal interface IDeaggregation
{
    /// <summary>Finds the records in a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="parts">Gets where each record is; at least one.</param>
    /// <returns>Null, or why the record cannot be taken apart: then no part of it counts.</returns>
    string? TrySplit(ReadOnlySpan<byte> record, List<Range> parts);
}
