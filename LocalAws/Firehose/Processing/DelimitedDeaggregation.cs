namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>Takes records apart at a delimiter, which belongs to none of them.</summary>
/// <remarks>What follows the last delimiter counts only when there is something.</remarks>
internal sealed class DelimitedDeaggregation(byte[] delimiter) : IDeaggregation
{
    /// <inheritdoc/>
    public string? TrySplit(ReadOnlySpan<byte> record, List<Range> parts)
    {
        var end = record.Length;
        while (record[..end].EndsWith(delimiter))
        {
            end -= delimiter.Length;
        }

        if (end == 0)
        {
            return "The record was empty or contained only delimiters.";
        }

        var start = 0;
        while (record[start..end].IndexOf(delimiter) is >= 0 and var length)
        {
            parts.Add(start..(start + length));
            start += length + delimiter.Length;
        }

        parts.Add(start..end);
        return null;
    }
}
