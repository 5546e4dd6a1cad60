using TelemetryAspire.FunctionHost.Shards;

namespace TelemetryAspire.FunctionHost.Tests.Shards;

public sealed class ReadPaceTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void A_shard_that_is_behind_is_read_five_times_a_second() =>
        Assert.Equal(TimeSpan.FromMilliseconds(200), new ReadPace(Idle).AfterRead(isBehind: true));

    [Fact]
    public void A_shard_whose_tip_is_reached_is_read_at_the_idle_interval() =>
        Assert.Equal(Idle, new ReadPace(Idle).AfterRead(isBehind: false));

    [Fact]
    public void Throttling_doubles_the_wait_up_to_five_seconds()
    {
        var pace = new ReadPace(Idle);

        var waits = Enumerable.Range(0, 7).Select(_ => pace.AfterThrottling().TotalSeconds);

        Assert.Equal([0.4, 0.8, 1.6, 3.2, 5, 5, 5], waits);
    }

    [Fact]
    public void After_throttling_the_pace_comes_back_step_by_step()
    {
        var pace = new ReadPace(Idle);
        for (var i = 0; i < 5; i++)
        {
            pace.AfterThrottling();
        }

        var waits = Enumerable.Range(0, 6).Select(_ => pace.AfterRead(isBehind: true).TotalSeconds);

        Assert.Equal([2.5, 1.25, 0.625, 0.3125, 0.2, 0.2], waits);
    }
}
