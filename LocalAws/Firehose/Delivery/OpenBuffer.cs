namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>The records of one output collected since its last seal.</summary>
/// <param name="FirstNumber">Number of the first entry with one of them.</param>
/// <param name="Bytes">Their size with delimiters.</param>
/// <param name="OpenedAt">When the first of them was taken: the buffering interval counts from then.</param>
/// <param name="OldestArrival">
/// The earliest arrival among them, milliseconds since 1970: earlier than they were taken when they come from Kinesis.
/// </param>
internal readonly record struct OpenBuffer(long FirstNumber, long Bytes, DateTimeOffset OpenedAt, long OldestArrival)
{
    /// <summary>A buffer with what an entry adds to it.</summary>
    /// <param name="open">The buffer so far; null when there is none.</param>
    /// <param name="added">What the entry adds.</param>
    /// <param name="number">The entry's number.</param>
    /// <param name="now">When the entry was made.</param>
    public static OpenBuffer? Add(OpenBuffer? open, OutputTotals added, long number, DateTimeOffset now) =>
        (open, added.Count) switch
        {
            (_, 0) => open,
            (null, _) => new OpenBuffer(number, added.Bytes, now, added.OldestArrival),
            ({ } buffer, _) => buffer with
            {
                Bytes = buffer.Bytes + added.Bytes,
                OldestArrival = Math.Min(buffer.OldestArrival, added.OldestArrival),
            },
        };
}
