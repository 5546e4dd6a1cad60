namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>Which shards of a stream a list shows, as a ShardFilter says.</summary>
/// <param name="FirstIndex">The index of the first shard to show.</param>
/// <param name="OpenFrom">Shows shards that were open at this time or later, milliseconds since 1970.</param>
/// <param name="IsAtTime">Whether only shards that were open at <paramref name="OpenFrom"/> are shown.</param>
internal readonly record struct ShardSelection(int FirstIndex, long OpenFrom, bool IsAtTime)
{
    /// <summary>A time at which only shards that are open now are.</summary>
    private const long Latest = long.MaxValue;

    /// <summary>Every shard from an index on.</summary>
    public static ShardSelection From(int firstIndex) => new(firstIndex, 0, false);

    /// <summary>The shards that are open now.</summary>
    public static ShardSelection Open => new(0, Latest, false);

    public bool Contains(ShardMetadata shard) =>
        shard.Index >= FirstIndex
        && (shard.ClosedAt is null || shard.ClosedAt >= OpenFrom)
        && (!IsAtTime || shard.CreatedAt <= OpenFrom);
}
