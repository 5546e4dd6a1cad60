using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Storage;

public sealed class RecentTimesTests
{
    /// <summary>A stored time that is not seen would let a row in twice.</summary>
    [Fact]
    public void A_stored_time_is_always_seen() => Gen.Long[0, 60].Array[0, 80].Sample(times =>
    {
        var recent = new RecentTimes();
        foreach (var time in times)
        {
            recent.Add(time);
        }

        return times.All(recent.MayContain);
    });

    [Fact]
    public void Times_that_are_not_stored_are_told_apart_while_records_come_nearly_in_order()
    {
        var recent = new RecentTimes();
        for (var time = 0; time < 1_000; time += 2)
        {
            recent.Add(time ^ 2);
        }

        Assert.False(recent.MayContain(1_001));
        Assert.False(recent.MayContain(995));
        Assert.True(recent.MayContain(998));
    }

    [Fact]
    public void After_a_restart_everything_up_to_the_latest_row_may_be_stored()
    {
        var recent = new RecentTimes(100);
        recent.Add(102);

        Assert.True(recent.MayContain(99));
        Assert.False(recent.MayContain(101));
        Assert.True(recent.MayContain(102));
    }
}
