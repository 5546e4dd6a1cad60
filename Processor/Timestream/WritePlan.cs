using Amazon.TimestreamWrite.Model;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor.Timestream;

/// <summary>What a batch becomes: rows to write, and records that can never be rows.</summary>
/// <param name="Rows">The rows of all readings, in the order of the batch.</param>
/// <param name="Readings">The readings, each with its place among the rows.</param>
/// <param name="Failures">The records that are no readings, with the reason of each.</param>
internal sealed record WritePlan(
    IReadOnlyList<Record> Rows, IReadOnlyList<PlannedReading> Readings, IReadOnlyList<BatchItemFailure> Failures)
{
    /// <summary>Plans a batch. One bad record affects no other.</summary>
    internal static WritePlan For(
        IReadOnlyList<KinesisRecord> records, ReadingMapper mapper, ClockPolicy clock, MappingOptions mapping)
    {
        List<Record> rows = [];
        List<PlannedReading> readings = [];
        List<BatchItemFailure> failures = [];
        foreach (var record in records)
        {
            var arrival = record.ApproximateArrivalTimestamp;
            var stamp = ArrivalStamp.Of(arrival, record.SequenceNumber.Value);
            if (!mapper.TryMap(record.Data.Span, out var meant, out var failure)
                || !clock.TryApply(meant, arrival, stamp, out var reading, out failure))
            {
                var reason = failure.Reason.ToString();
                failures.Add(new(record.SequenceNumber, FailureKind.Poison, reason, failure.Message));
                continue;
            }

            var first = rows.Count;
            rows.AddRange(TimestreamRecords.From(reading, stamp, mapping));
            readings.Add(new(
                record.SequenceNumber,
                first,
                rows.Count - first,
                reading.TimeNanoseconds,
                reading.IsCorrected,
                reading.TraceParent));
        }

        return new WritePlan(rows, readings, failures);
    }
}
