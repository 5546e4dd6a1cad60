using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Puts records into the shards they belong to, for PutRecord and PutRecords.</summary>
internal sealed partial class RecordWriter(ILogger<RecordWriter> logger)
{
    /// <summary>The longest partition key, in characters.</summary>
    private const int MaxPartitionKeyLength = 256;

    private const string HashKeyPatternText = @"0|([1-9]\d{0,38})";

    /// <summary>Checks the records of a request against the API's constraints and the stream's record size.</summary>
    /// <param name="batch">The records.</param>
    /// <param name="stream">The stream they are for.</param>
    /// <param name="prefix">
    /// Where the records are in the request, for example <c>records.{0}.member.</c> by number.
    /// </param>
    public static void Validate(RecordBatch batch, KinesisStream stream, CompositeFormat prefix)
    {
        var maxRecordBytes = stream.Metadata.MaxRecordSizeInKiB * 1024;
        var validation = new Validation();
        for (var i = 0; i < batch.Count; i++)
        {
            if (!IsPlain(batch, i, maxRecordBytes))
            {
                Validate(ref validation, batch, i, maxRecordBytes, Text(prefix, i));
            }
        }

        validation.ThrowIfFailed();
    }

    /// <summary>Puts validated records, with one write per shard.</summary>
    public PutResults Write(RecordBatch batch, KinesisStream stream)
    {
        var results = new PutResult[batch.Count];
        Span<long> members = stackalloc long[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            members[i] = i;
        }

        WriteMembers(batch, members, stream, results);
        return new PutResults(results, stream.Metadata.Name);
    }

    /// <param name="batch">The records of the request.</param>
    /// <param name="members">The numbers of those to write, in the lower half of each.</param>
    /// <param name="stream">Where they go.</param>
    /// <param name="results">Takes what became of each.</param>
    private void WriteMembers(RecordBatch batch, Span<long> members, KinesisStream stream, PutResult[] results)
    {
        // Sorted by shard, and within a shard in the order of the request.
        var shards = stream.OpenShards;
        foreach (ref var member in members)
        {
            var index = (int)(uint)member;
            member = ((long)shards.IndexOf(HashKeyOf(batch, index)) << 32) | (uint)index;
        }

        members.Sort();
        while (!members.IsEmpty)
        {
            var shard = shards[(int)(members[0] >> 32)];
            var count = 1;
            while (count < members.Length && members[count] >> 32 == members[0] >> 32)
            {
                count++;
            }

            if (!TryWriteToShard(batch, members[..count], shard, results))
            {
                // A split or merge came between: the shard's children, open by now, take the records.
                WriteMembers(batch, members[..count], stream, results);
            }

            members = members[count..];
        }
    }

    /// <returns>False when the shard is closed; nothing was written.</returns>
    private bool TryWriteToShard(RecordBatch batch, ReadOnlySpan<long> members, Shard shard, PutResult[] results)
    {
        using var records = new LogBatch();
        foreach (var member in members)
        {
            var index = (int)(uint)member;
            var partitionKey = batch.PartitionKey(index);
            var data = batch.Data(index);
            if (shard.Throughput.TryWrite(partitionKey.Length + data.Length))
            {
                ShardRecord.Add(records, partitionKey, data);
                results[index] = new PutResult(shard, PutOutcome.Stored, default);
            }
            else
            {
                results[index] = new PutResult(shard, PutOutcome.Throttled, default);
            }
        }

        return records.Count == 0 || TryAppend(records, members, shard, results);
    }

    private bool TryAppend(LogBatch records, ReadOnlySpan<long> members, Shard shard, PutResult[] results)
    {
        long number = 0, arrivalTime = 0;
        var outcome = PutOutcome.Stored;
        try
        {
            if (shard.TryAppend(records) is not { } appended)
            {
                return false;
            }

            (number, arrivalTime) = appended;
        }
        catch (IOException exception)
        {
            LogFailed(logger, exception, records.Count, shard.Id);
            outcome = PutOutcome.Failed;
        }

        foreach (var member in members)
        {
            ref var result = ref results[(int)(uint)member];
            if (result.Outcome == PutOutcome.Stored)
            {
                result = new PutResult(shard, outcome, shard.SequenceNumberOf(number++, arrivalTime));
            }
        }

        return true;
    }

    private static UInt128 HashKeyOf(RecordBatch batch, int index) => batch[index].ExplicitHashKey is { } explicitKey
        ? UInt128.Parse(explicitKey, NumberStyles.None, CultureInfo.InvariantCulture)
        : HashKeyRange.HashKeyOf(batch.PartitionKey(index));

    /// <summary>Whether a record passes every check, seen without building a path for it.</summary>
    private static bool IsPlain(RecordBatch batch, int index, int maxRecordBytes)
    {
        var entry = batch[index];
        return entry is { PartitionKey: not null, Data: not null, ExplicitHashKey: null }
            && batch.PartitionKey(index).Length is > 0 and <= MaxPartitionKeyLength
            && batch.PartitionKey(index).Length + batch.Data(index).Length <= maxRecordBytes;
    }

    private static void Validate(
        ref Validation validation,
        RecordBatch batch,
        int index,
        int maxRecordBytes,
        string prefix)
    {
        var entry = batch[index];
        validation.Required(prefix + "data", entry.Data);
        validation.Required(prefix + "partitionKey", entry.PartitionKey);
        ValidateHashKey(ref validation, prefix + "explicitHashKey", entry.ExplicitHashKey);
        if (entry.Data is null || entry.PartitionKey is null)
        {
            return;
        }

        var partitionKey = Encoding.UTF8.GetString(batch.PartitionKey(index));
        validation.Length(prefix + "partitionKey", partitionKey, 1, MaxPartitionKeyLength);
        var bytes = batch.PartitionKey(index).Length + batch.Data(index).Length;
        if (bytes > maxRecordBytes)
        {
            var length = batch.Data(index).Length;
            validation.Fail(
                prefix + "data",
                $"java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]",
                $"Member must have length less than or equal to {maxRecordBytes}");
        }

        ValidateHashKeyRange(entry.ExplicitHashKey);
    }

    private static void ValidateHashKeyRange(string? explicitHashKey)
    {
        if (explicitHashKey is not null
            && HashKeyPattern().IsMatch(explicitHashKey)
            && !UInt128.TryParse(explicitHashKey, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw KinesisErrors.InvalidArgument(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
                + $"Specified value was {explicitHashKey}");
        }
    }

    /// <summary>Checks that a hash key consists of digits.</summary>
    public static void ValidateHashKey(ref Validation validation, string path, string? value) =>
        validation.Pattern(path, value, HashKeyPattern(), HashKeyPatternText);

    private static string Text(CompositeFormat prefix, int index) =>
        string.Format(CultureInfo.InvariantCulture, prefix, index + 1);

    [GeneratedRegex(@"\A(0|([1-9]\d{0,38}))\z")]
    private static partial Regex HashKeyPattern();

    [LoggerMessage(LogLevel.Error, "{Count} records could not be written to {ShardId}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, int count, string shardId);
}
