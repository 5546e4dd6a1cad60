using TelemetryAspire.LocalAws.Firehose.Delivery;

namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>What is done to each record before it is collected: taken apart, then ended with a delimiter.</summary>
/// <remarks>
/// The order is AWS's, whatever order the processors are listed in. Every record gets the delimiter, also one that
/// ends with it already, as does every record of one that is taken apart.
/// </remarks>
/// <param name="deaggregation">How records are taken apart; null when they are not.</param>
/// <param name="delimiter">What follows every record; may be empty.</param>
internal sealed class RecordProcessing(IDeaggregation? deaggregation, ReadOnlyMemory<byte> delimiter)
{
    /// <summary>A record that holds more than this many is delivered as it is (Firehose: "Aggregated data").</summary>
    private const int MaxParts = 500;

    /// <summary>Nothing is done.</summary>
    public static readonly RecordProcessing None = new(null, default);

    /// <summary>Adds what becomes of a record to the last entry of a batch.</summary>
    /// <param name="batch">Where it is added.</param>
    /// <param name="record">The record.</param>
    /// <param name="arrival">When it arrived, milliseconds since 1970.</param>
    /// <param name="now">The time, milliseconds since 1970.</param>
    public void Process(EntryBatch batch, ReadOnlySpan<byte> record, long arrival, long now)
    {
        if (deaggregation is null)
        {
            batch.Add(BufferOutput.Data, arrival, record, delimiter.Span);
            return;
        }

        var parts = new List<Range>();
        if (deaggregation.TrySplit(record, parts) is { } fault)
        {
            batch.Add(BufferOutput.Errors, arrival, ErrorLine.Write(fault, record, arrival, now), []);
            return;
        }

        if (parts.Count > MaxParts)
        {
            batch.Add(BufferOutput.Data, arrival, record, delimiter.Span);
            return;
        }

        foreach (var part in parts)
        {
            batch.Add(BufferOutput.Data, arrival, record[part], delimiter.Span);
        }
    }
}
