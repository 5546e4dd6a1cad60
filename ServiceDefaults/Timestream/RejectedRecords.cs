using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Reads a RejectedRecordsException: what became of each record of the call.</summary>
/// <remarks>
/// Pure. The exception means partial success: every record that it does not name has been written. Source: Timestream
/// API reference, RejectedRecord.
/// </remarks>
internal static partial class RejectedRecords
{
    /// <summary>The outcome of each record, in the order of the call.</summary>
    /// <param name="sent">The records of the call, before packing.</param>
    /// <param name="exception">The service's answer.</param>
    /// <param name="now">The writer's time; used only where the reason does not tell the accepted range.</param>
    internal static WriteOutcome[] Resolve(
        IReadOnlyList<Record> sent, RejectedRecordsException exception, DateTimeOffset now)
    {
        var outcomes = new WriteOutcome[sent.Count];
        if (exception.RejectedRecords is not { Count: > 0 } rejections
            || !rejections.TrueForAll(rejection => rejection.RecordIndex >= 0 && rejection.RecordIndex < sent.Count))
        {
            // It cannot be told which records were taken; writing all of them again is harmless.
            Array.Fill(outcomes, new WriteOutcome.Unavailable(exception));
            return outcomes;
        }

        Array.Fill(outcomes, WriteOutcome.Written.Instance);
        foreach (var rejection in rejections)
        {
            var index = rejection.RecordIndex.GetValueOrDefault();
            outcomes[index] = ResolveOne(sent[index], rejection, exception, now);
        }

        return outcomes;
    }

    private static WriteOutcome ResolveOne(
        Record record, RejectedRecord rejection, RejectedRecordsException exception, DateTimeOffset now)
    {
        if (rejection.ExistingVersion >= BatchPlanner.VersionOf(record))
        {
            return WriteOutcome.Superseded.Instance;
        }

        var reason = rejection.Reason ?? "The service gave no reason.";
        return IsAheadOfRange(record, reason, now)
            ? new WriteOutcome.Unavailable(new RecordAheadOfRangeException(reason, exception))
            : new WriteOutcome.Rejected(reason);
    }

    /// <summary>
    /// Whether the record is too new. Timestream takes it when its time has come near enough, so it is not lost.
    /// </summary>
    private static bool IsAheadOfRange(Record record, string reason, DateTimeOffset now)
    {
        if (!RecordTime.TryGetNanoseconds(record, out var time))
        {
            return false;
        }

        var range = TimeRange().Match(reason);
        if (range.Success && TryParse(range.Groups["end"].Value, out var end))
        {
            return time >= RecordTime.ToNanoseconds(end);
        }

        return reason.Contains("time range", StringComparison.OrdinalIgnoreCase)
            && time > RecordTime.ToNanoseconds(now);
    }

    private static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    // "The record timestamp is outside the time range [2023-11-28T06:12:10.452Z, 2023-11-28T18:52:10.452Z) of the
    // memory store."
    [GeneratedRegex(@"time range \[[^,\]]+,\s*(?<end>[^)\]]+)[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex TimeRange();
}
