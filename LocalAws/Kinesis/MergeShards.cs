using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Gives the hash keys of two adjacent shards to one new shard.</summary>
internal sealed class MergeShards(StreamStore streams) : IOperation<MergeShardsRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        MergeShardsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = request.Resolve(streams);
        var name = stream.Metadata.Name;
        streams.Reshard(stream, layout =>
        {
            StreamMode.EnsureProvisioned(nameof(MergeShards), stream.Metadata);
            var shard = layout.FindOpen(request.ShardToMerge!, name);
            var adjacent = layout.FindOpen(request.AdjacentShardToMerge!, name);
            if (!AreAdjacent(shard, adjacent))
            {
                throw KinesisErrors.InvalidArgument(
                    $"Shards {request.ShardToMerge} and {request.AdjacentShardToMerge} in stream {name} under account "
                    + $"{RequestContext.DefaultAccountId} are not an adjacent pair of shards eligible for merging");
            }

            layout.Merge(shard, adjacent);
        });
        return ValueTask.FromResult(default(NoContent));
    }

    private static bool AreAdjacent(ShardMetadata lower, ShardMetadata upper)
    {
        var ending = ShardLayout.RangeOf(lower).Ending;
        var starting = ShardLayout.RangeOf(upper).Starting;
        return ending < starting && starting - ending == 1;
    }

    private static void Validate(MergeShardsRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("shardToMerge", request.ShardToMerge);
        StreamRequest.ValidateName(ref validation, "shardToMerge", request.ShardToMerge);
        validation.Required("adjacentShardToMerge", request.AdjacentShardToMerge);
        StreamRequest.ValidateName(ref validation, "adjacentShardToMerge", request.AdjacentShardToMerge);
        validation.ThrowIfFailed();
    }
}

internal sealed record MergeShardsRequest : StreamRequest
{
    public string? ShardToMerge { get; init; }

    public string? AdjacentShardToMerge { get; init; }
}
