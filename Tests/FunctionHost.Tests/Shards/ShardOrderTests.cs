using TelemetryAspire.FunctionHost.Shards;

namespace TelemetryAspire.FunctionHost.Tests.Shards;

public sealed class ShardOrderTests
{
    private static readonly StreamShard[] SplitThenMerged =
    [
        Shard("a"), Shard("b", "a"), Shard("c", "a"), Shard("d", "b", "c"),
    ];

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "b,c")]
    [InlineData("a,b", "c")]
    [InlineData("a,b,c", "d")]
    [InlineData("a,b,c,d", "")]
    public void A_shard_is_readable_when_all_its_parents_are_at_their_end(string ended, string readable) =>
        Assert.Equal(
            Ids(readable), ShardOrder.Readable(SplitThenMerged, Ids(ended).ToHashSet()).Select(shard => shard.Id));

    [Fact]
    public void A_parent_that_is_not_listed_any_more_is_not_waited_for() =>
        Assert.Equal(
            Ids("d"), ShardOrder.Readable([SplitThenMerged[3]], new HashSet<ShardId>()).Select(shard => shard.Id));

    private static StreamShard Shard(string id, params string[] parents) =>
        new(new ShardId(id), [.. parents.Select(parent => new ShardId(parent))]);

    private static IReadOnlyList<ShardId> Ids(string ids) =>
        [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new ShardId(id))];
}
