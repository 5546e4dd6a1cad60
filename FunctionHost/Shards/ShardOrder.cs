namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Parents before children: records of one partition key keep their order across a resharding.</summary>
internal static class ShardOrder
{
    /// <summary>The shards that may be read now: not at their end, and every parent the stream still has is.</summary>
    /// <param name="shards">All shards the stream lists, open and closed.</param>
    /// <param name="ended">The shards whose checkpoint is at shard end.</param>
    /// <remarks>A parent that is not listed has expired with its records; nothing of it is left to wait for.</remarks>
    public static IReadOnlyList<StreamShard> Readable(
        IReadOnlyCollection<StreamShard> shards, IReadOnlySet<ShardId> ended)
    {
        var listed = shards.Select(shard => shard.Id).ToHashSet();
        return shards
            .Where(shard => !ended.Contains(shard.Id))
            .Where(shard => shard.Parents.All(parent => ended.Contains(parent) || !listed.Contains(parent)))
            .OrderBy(shard => shard.Id.Value, StringComparer.Ordinal)
            .ToList();
    }
}
