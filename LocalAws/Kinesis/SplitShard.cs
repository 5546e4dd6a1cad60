using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Divides the hash keys of a shard between two new ones.</summary>
internal sealed class SplitShard(StreamStore streams, ShardQuota quota) : IOperation<SplitShardRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        SplitShardRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = request.Resolve(streams);
        var name = stream.Metadata.Name;
        streams.Reshard(stream, layout =>
        {
            StreamMode.EnsureProvisioned(nameof(SplitShard), stream.Metadata);
            var shard = layout.FindOpen(request.ShardToSplit!, name);
            quota.EnsureRoom(1, context);
            layout.Split(shard, HashKeyIn(shard, request.NewStartingHashKey!, name));
        });
        return ValueTask.FromResult(default(NoContent));
    }

    private static UInt128 HashKeyIn(ShardMetadata shard, string newStartingHashKey, string stream)
    {
        var (starting, ending) = ShardLayout.RangeOf(shard);
        if (UInt128.TryParse(newStartingHashKey, NumberStyles.None, CultureInfo.InvariantCulture, out var hashKey)
            && hashKey > starting
            && hashKey - starting > 1
            && hashKey < ending)
        {
            return hashKey;
        }

        throw KinesisErrors.InvalidArgument(
            $"NewStartingHashKey {newStartingHashKey} used in SplitShard() on shard {Shard.IdOf((uint)shard.Index)} "
            + $"in stream {stream} under account {RequestContext.DefaultAccountId} is not both greater than one plus "
            + $"the shard's StartingHashKey {shard.StartingHashKey} and less than the shard's EndingHashKey "
            + $"{shard.EndingHashKey}.");
    }

    private static void Validate(SplitShardRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("shardToSplit", request.ShardToSplit);
        StreamRequest.ValidateName(ref validation, "shardToSplit", request.ShardToSplit);
        validation.Required("newStartingHashKey", request.NewStartingHashKey);
        RecordWriter.ValidateHashKey(ref validation, "newStartingHashKey", request.NewStartingHashKey);
        validation.ThrowIfFailed();
    }
}

internal sealed record SplitShardRequest : StreamRequest
{
    public string? ShardToSplit { get; init; }

    public string? NewStartingHashKey { get; init; }
}
