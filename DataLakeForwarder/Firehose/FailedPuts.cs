using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.DataLakeForwarder.Firehose;

/// <summary>Reads the answer of PutRecordBatch: which lines were not taken, and why.</summary>
internal static class FailedPuts
{
    /// <summary>The lines that were not taken.</summary>
    /// <param name="sent">The lines of the call.</param>
    /// <param name="entries">The answer's entries: one for each line, in the same order.</param>
    /// <exception cref="InvalidDataException">The answer does not say of each line what became of it.</exception>
    internal static List<FailedPut> Of(IReadOnlyList<LakeLine> sent, List<PutRecordBatchResponseEntry>? entries)
    {
        if (entries?.Count != sent.Count)
        {
            // Putting all of them again may double lines in the lake; taking them for delivered could lose them.
            throw new InvalidDataException(
                $"PutRecordBatch answered {entries?.Count ?? 0} entries for {sent.Count} records.");
        }

        List<FailedPut> failed = [];
        for (var i = 0; i < entries.Count; i++)
        {
            // Only a record id says that the record was taken.
            if (string.IsNullOrEmpty(entries[i].RecordId))
            {
                failed.Add(new FailedPut(sent[i], $"{entries[i].ErrorCode}: {entries[i].ErrorMessage}"));
            }
        }

        return failed;
    }
}

/// <summary>A line that the delivery stream did not take.</summary>
/// <param name="Line">The line.</param>
/// <param name="Error">Why, in Firehose's words.</param>
internal readonly record struct FailedPut(LakeLine Line, string Error);
