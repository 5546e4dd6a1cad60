using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Divides records into WriteRecords calls.</summary>
/// <remarks>
/// Pure. The order of the records is kept. Of several records with one identity only the one with the highest version
/// is sent (of equals the first): what Timestream does with two of them in one request is not documented, and the
/// table ends with that record in any case.
/// </remarks>
internal static class BatchPlanner
{
    /// <summary>Records in one WriteRecords call. Source: Timestream quotas.</summary>
    internal const int MaxRecords = 100;

    /// <summary>
    /// Size of the records in one call, as <see cref="RecordSize"/> measures it. AWS documents no limit for a request;
    /// 100 records of the documented 2 KB each stay well below this one, which bounds what one attempt must carry.
    /// </summary>
    internal const int MaxSizeBytes = 1024 * 1024;

    /// <summary>Plans the calls for <paramref name="records"/>.</summary>
    /// <param name="records">Records in the order in which they were given to the writer.</param>
    /// <param name="maxRecords">Records per call, at most <see cref="MaxRecords"/>.</param>
    /// <returns>Calls that together name every index of <paramref name="records"/> exactly once.</returns>
    internal static List<PlannedCall> Plan(IReadOnlyList<Record> records, int maxRecords = MaxRecords)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRecords, MaxRecords);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRecords, 1);

        var rivals = FindRivals(records);
        var calls = new List<PlannedCall>();
        var call = new PlannedCall();
        var sizeBytes = 0;
        for (var i = 0; i < records.Count; i++)
        {
            if (rivals is not null && rivals.Losers.Contains(i))
            {
                continue;
            }

            var size = RecordSize.OfBytes(records[i]);
            if (call.Sent.Count == maxRecords || (call.Sent.Count > 0 && sizeBytes + size > MaxSizeBytes))
            {
                calls.Add(call);
                call = new PlannedCall();
                sizeBytes = 0;
            }

            if (rivals is not null && rivals.ByWinner.TryGetValue(i, out var losers))
            {
                call.HeldBack.AddRange(losers.Select(loser => new HeldBackRecord(loser, call.Sent.Count)));
            }

            call.Sent.Add(i);
            sizeBytes += size;
        }

        if (call.Sent.Count > 0)
        {
            calls.Add(call);
        }

        return calls;
    }

    /// <summary>Version of a record; Timestream takes 1 where none is given.</summary>
    internal static long VersionOf(Record record) => record.Version ?? 1;

    private static Rivals? FindRivals(IReadOnlyList<Record> records)
    {
        var winners = new Dictionary<Record, int>(records.Count, RecordIdentity.Instance);
        Dictionary<int, List<int>>? losersByWinner = null;
        for (var i = 0; i < records.Count; i++)
        {
            if (winners.TryAdd(records[i], i))
            {
                continue;
            }

            losersByWinner ??= [];
            var winner = winners[records[i]];
            if (!losersByWinner.Remove(winner, out var losers))
            {
                losers = [];
            }

            if (VersionOf(records[i]) > VersionOf(records[winner]))
            {
                losers.Add(winner);
                winner = i;
                winners[records[i]] = i;
            }
            else
            {
                losers.Add(i);
            }

            losersByWinner.Add(winner, losers);
        }

        return losersByWinner is null ? null : new Rivals(losersByWinner);
    }

    /// <summary>Records that share their identity, by the index of the one that is sent.</summary>
    private sealed class Rivals(Dictionary<int, List<int>> byWinner)
    {
        public Dictionary<int, List<int>> ByWinner { get; } = byWinner;

        public HashSet<int> Losers { get; } = [.. byWinner.Values.SelectMany(losers => losers)];
    }
}
