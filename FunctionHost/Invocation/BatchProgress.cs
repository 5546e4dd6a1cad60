namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Which records of a batch are handled, and up to where without a gap.</summary>
internal sealed class BatchProgress(IReadOnlyList<KinesisRecord> records)
{
    private readonly HashSet<SequenceNumber> _handled = [];
    private int _contiguous;

    /// <summary>The last record before the first one that is not handled; null when the first is not.</summary>
    public SequenceNumber? Watermark => _contiguous == 0 ? null : records[_contiguous - 1].SequenceNumber;

    public void MarkHandled(KinesisRecord record)
    {
        _handled.Add(record.SequenceNumber);
        while (_contiguous < records.Count && _handled.Remove(records[_contiguous].SequenceNumber))
        {
            _contiguous++;
        }
    }
}
