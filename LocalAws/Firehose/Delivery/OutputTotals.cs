namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What of one output is in an entry.</summary>
/// <param name="Count">How many items.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="OldestArrival">The earliest arrival of them, milliseconds since 1970.</param>
internal readonly record struct OutputTotals(int Count, long Bytes, long OldestArrival)
{
    public OutputTotals With(int bytes, long arrival) => new(
        Count + 1,
        Bytes + bytes,
        Count == 0 ? arrival : Math.Min(OldestArrival, arrival));
}
