using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Plans a batch, sends its calls and settles the records that were held back.</summary>
internal sealed class PlannedSender(RecordSender sender, int maxRecordsPerCall)
{
    /// <summary>Writes any number of records, of which several may share their identity.</summary>
    /// <returns>The outcome of each record, in the order given.</returns>
    internal async Task<WriteOutcome[]> SendAsync(IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var outcomes = new WriteOutcome[records.Count];
        var freed = new List<int>();
        foreach (var call in BatchPlanner.Plan(records, maxRecordsPerCall))
        {
            var sent = await sender.SendAsync(call.Sent.ConvertAll(index => records[index]), cancellationToken);
            for (var i = 0; i < sent.Length; i++)
            {
                outcomes[call.Sent[i]] = sent[i];
            }

            freed.AddRange(Settle(call, sent, outcomes));
        }

        if (freed is not [])
        {
            // Each round settles at least the record of the highest version, so this ends.
            freed.Sort();
            var rest = await SendAsync(freed.ConvertAll(index => records[index]), cancellationToken);
            for (var i = 0; i < rest.Length; i++)
            {
                outcomes[freed[i]] = rest[i];
            }
        }

        return outcomes;
    }

    /// <summary>
    /// Gives the records that were held back the outcome which the one that was sent has brought them.
    /// </summary>
    /// <returns>Those that must be sent after all, since the one preferred to them was refused for good.</returns>
    private static IEnumerable<int> Settle(PlannedCall call, WriteOutcome[] sent, WriteOutcome[] outcomes)
    {
        foreach (var (index, position) in call.HeldBack)
        {
            if (sent[position] is WriteOutcome.Rejected)
            {
                yield return index;
                continue;
            }

            outcomes[index] = sent[position] is WriteOutcome.Unavailable
                ? sent[position]
                : WriteOutcome.Superseded.Instance;
        }
    }
}
