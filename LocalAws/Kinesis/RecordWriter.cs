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
                Validate(ref validation, batch, i, stream.Metadata, Text(prefix, i));
            }
        }

        validation.ThrowIfFailed();
    }

    /// <summary>Puts validated records, durably, with one write per shard; these run side by side.</summary>
    public async Task<PutResults> WriteAsync(RecordBatch batch, KinesisStream stream)
    {
        var results = new PutResult[batch.Count];
        var writes = new List<ShardWrite>();
        BeginWrites(batch, stream, results, writes);
        foreach (var write in writes)
        {
            await FinishAsync(write, results);
        }

        return new PutResults(results, stream.Metadata.Name);
    }

    private static void BeginWrites(
        RecordBatch batch,
        KinesisStream stream,
        PutResult[] results,
        List<ShardWrite> writes)
    {
        Span<long> members = stackalloc long[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            members[i] = i;
        }

        BeginWrites(batch, members, stream, results, writes);
    }

    /// <param name="batch">The records of the request.</param>
    /// <param name="members">The numbers of those to write, in the lower half of each.</param>
    /// <param name="stream">Where they go.</param>
    /// <param name="results">Takes the shard of each, and whether it is throttled.</param>
    /// <param name="writes">Takes what was begun.</param>
    private static void BeginWrites(
        RecordBatch batch,
        Span<long> members,
        KinesisStream stream,
        PutResult[] results,
        List<ShardWrite> writes)
    {
        // Sorted by shard, and within a shard in the order of the request.
        var shards = stream.OpenShards;
        var isSpread = stream.Metadata.IgnoresPartitionKeys;
        foreach (ref var member in members)
        {
            var index = (int)(uint)member;
            var hashKey = isSpread ? stream.NextSpreadHashKey() : HashKeyOf(batch, index);
            member = ((long)shards.IndexOf(hashKey) << 32) | (uint)index;
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

            if (!TryBeginWrite(batch, members[..count], shard, results, writes))
            {
                // A split or merge came between: the shard's children, open by now, take the records.
                BeginWrites(batch, members[..count], stream, results, writes);
            }

            members = members[count..];
        }
    }

    /// <returns>False when the shard is closed; nothing is written.</returns>
    private static bool TryBeginWrite(
        RecordBatch batch,
        ReadOnlySpan<long> members,
        Shard shard,
        PutResult[] results,
        List<ShardWrite> writes)
    {
        var records = new LogBatch();
        var indexes = new List<int>(members.Length);
        foreach (var member in members)
        {
            var index = (int)(uint)member;
            var partitionKey = batch.PartitionKey(index);
            var data = batch.Data(index);
            results[index] = new PutResult(shard, PutOutcome.Throttled, default);
            if (shard.Throughput.TryWrite(partitionKey.Length + data.Length))
            {
                ShardRecord.Add(records, partitionKey, data);
                indexes.Add(index);
            }
        }

        if (records.Count == 0)
        {
            records.Dispose();
            return true;
        }

        if (shard.TryAppendAsync(records) is not { } append)
        {
            records.Dispose();
            return false;
        }

        writes.Add(new ShardWrite(shard, records, indexes, append));
        return true;
    }

    private async Task FinishAsync(ShardWrite write, PutResult[] results)
    {
        long number = 0, arrivalTime = 0;
        var outcome = PutOutcome.Stored;
        try
        {
            (number, arrivalTime) = await write.Append;
        }
        catch (IOException exception)
        {
            LogFailed(logger, exception, write.Records.Count, write.Shard.Id);
            outcome = PutOutcome.Failed;
        }
        finally
        {
            write.Records.Dispose();
        }

        foreach (var index in write.Indexes)
        {
            results[index] = new PutResult(
                write.Shard, outcome, write.Shard.SequenceNumberOf(number++, arrivalTime));
        }
    }

    private static UInt128 HashKeyOf(RecordBatch batch, int index) => batch[index].ExplicitHashKey is { } explicitKey
        ? UInt128.Parse(explicitKey, NumberStyles.None, CultureInfo.InvariantCulture)
        : RecentHashKeys.HashKeyOf(batch.PartitionKey(index));

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
        StreamMetadata stream,
        string prefix)
    {
        var entry = batch[index];
        validation.Required(prefix + "data", entry.Data);
        if (!stream.IgnoresPartitionKeys)
        {
            validation.Required(prefix + "partitionKey", entry.PartitionKey);
        }

        ValidateHashKey(ref validation, prefix + "explicitHashKey", entry.ExplicitHashKey);
        if (entry.Data is null)
        {
            return;
        }

        var partitionKey = entry.PartitionKey is null ? null : Encoding.UTF8.GetString(batch.PartitionKey(index));
        validation.Length(prefix + "partitionKey", partitionKey, 1, MaxPartitionKeyLength);
        var maxRecordBytes = stream.MaxRecordSizeInKiB * 1024;
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

    /// <param name="Shard">Where the records go.</param>
    /// <param name="Records">The records; disposed once the append is over.</param>
    /// <param name="Indexes">Where in the request they are.</param>
    /// <param name="Append">What is under way.</param>
    private sealed record ShardWrite(
        Shard Shard,
        LogBatch Records,
        List<int> Indexes,
        Task<(long FirstNumber, long ArrivalTime)> Append);
}
