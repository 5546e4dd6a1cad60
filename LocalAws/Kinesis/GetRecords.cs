using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Reads records of a shard from an iterator's position on.</summary>
internal sealed class GetRecords(StreamStore streams, TimeProvider timeProvider)
    : IOperation<GetRecordsRequest, GetRecordsResponse>
{
    private const int MaxRecords = 10_000;

    /// <summary>
    /// The most bytes of data and partition keys in a response; a single record is returned in any case.
    /// </summary>
    private const int MaxResponseBytes = 10 * 1024 * 1024;

    public ValueTask<GetRecordsResponse> InvokeAsync(
        GetRecordsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("shardIterator", request.ShardIterator);
        validation.Length("shardIterator", request.ShardIterator, 1, 512);
        validation.Range("limit", request.Limit, 1, MaxRecords);
        StreamRequest.ValidateArn(ref validation, "streamARN", request.StreamARN);
        StreamRequest.ValidateId(ref validation, request.StreamId);
        validation.ThrowIfFailed();
        StreamRequest.RefuseId(request.StreamId);

        var iterator = KinesisTokens.DecodeIterator(request.ShardIterator!, timeProvider);
        var stream = streams.Find(iterator.Name);
        if (stream is null || stream.Metadata.CreatedAt != iterator.StreamCreatedAt)
        {
            throw KinesisErrors.ShardNotFound(Shard.IdOf((uint)iterator.Shard), iterator.Name);
        }

        var shard = stream.GetShard(iterator.Shard);
        KinesisErrors.ThrowIfDryRun(request.DryRun);
        if (!shard.Throughput.TryRead())
        {
            throw KinesisErrors.RateExceeded(shard.Id, iterator.Name);
        }

        // Asked first: what is added before the shard closes must still be read.
        var isClosed = shard.IsClosed;
        var maxBytes = LargeBuffers.ShareOf(MaxResponseBytes);
        var records = shard.Read(iterator.Position, request.Limit ?? MaxRecords, maxBytes);
        shard.Throughput.AfterRead(records.PayloadBytes);
        var isShardEnd = isClosed && records.IsAtEnd;
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult(new GetRecordsResponse
        {
            Records = new RecordPage(shard, records),
            NextShardIterator = isShardEnd
                ? null
                : GetShardIterator.Encode(stream.Metadata, shard, records.NextNumber, now),
            MillisBehindLatest = records.IsAtEnd ? 0 : Math.Max(0, now - records[records.Count - 1].Timestamp),
            ChildShards = isShardEnd ? ChildShard.Of(shard, stream) : null,
        });
    }
}

internal sealed record GetRecordsRequest
{
    public string? ShardIterator { get; init; }

    public int? Limit { get; init; }

    /// <summary>Names the stream for access control; the iterator says which one it is.</summary>
    public string? StreamARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    /// <inheritdoc cref="PutRecordRequest.DryRun"/>
    public bool? DryRun { get; init; }
}

internal sealed record GetRecordsResponse : IDisposable
{
    public required RecordPage Records { get; init; }

    /// <summary>Null at the end of a closed shard.</summary>
    public required string? NextShardIterator { get; init; }

    public required long MillisBehindLatest { get; init; }

    /// <summary>Where to read on at the end of a closed shard.</summary>
    public IReadOnlyList<ChildShard>? ChildShards { get; init; }

    public void Dispose() => Records.Dispose();
}
