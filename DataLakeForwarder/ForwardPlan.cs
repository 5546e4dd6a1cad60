using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>Which way each record of a batch goes into the lake.</summary>
/// <param name="Batches">
/// The calls of PutRecordBatch, each within Firehose's limits, in the order of the records.
/// </param>
/// <param name="Oversize">The records that are too large for Firehose.</param>
internal sealed record ForwardPlan(IReadOnlyList<IReadOnlyList<LakeLine>> Batches, IReadOnlyList<LakeLine> Oversize)
{
    /// <summary>Firehose developer guide, Quota: a record before base64 encoding, 1,000 KiB.</summary>
    internal const int MaxRecordBytes = 1_024_000;

    /// <summary>Firehose API reference, PutRecordBatch: records in a call.</summary>
    internal const int MaxBatchRecords = 500;

    /// <summary>Firehose API reference, PutRecordBatch: bytes in a call, 4 MiB.</summary>
    internal const int MaxBatchBytes = 4 * 1024 * 1024;

    internal static ForwardPlan For(IReadOnlyList<KinesisRecord> records)
    {
        List<IReadOnlyList<LakeLine>> batches = [];
        List<LakeLine> oversize = [];
        List<LakeLine> batch = [];
        var batchBytes = 0;
        foreach (var line in records.Select(record => new LakeLine(record)))
        {
            if (line.Length > MaxRecordBytes)
            {
                oversize.Add(line);
                continue;
            }

            if (batch.Count == MaxBatchRecords || batchBytes + line.Length > MaxBatchBytes)
            {
                batches.Add(batch);
                (batch, batchBytes) = ([], 0);
            }

            batch.Add(line);
            batchBytes += line.Length;
        }

        if (batch.Count > 0)
        {
            batches.Add(batch);
        }

        return new ForwardPlan(batches, oversize);
    }
}
