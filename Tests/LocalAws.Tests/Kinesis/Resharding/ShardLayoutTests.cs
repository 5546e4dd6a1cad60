using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Resharding;

public sealed class ShardLayoutTests
{
    private const long Now = 1_700_000_000_000;

    [Fact]
    public void Scaling_far_up_keeps_the_way_from_a_shard_to_its_first_ancestor_short()
    {
        var layout = new ShardLayout([new ShardMetadata(0, Now, "0", UInt128.MaxValue.ToString())], Now);

        layout.ScaleTo(100);

        var parents = layout.Shards.ToDictionary(shard => shard.Index, shard => shard.Parent);
        Assert.Equal(100, layout.Open.Count);
        Assert.All(layout.Open, shard => Assert.InRange(Generations(shard.Index), 6, 7));

        int Generations(int index) => parents[index] is { } parent ? 1 + Generations(parent) : 0;
    }
}
