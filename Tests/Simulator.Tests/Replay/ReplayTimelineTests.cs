using TelemetryAspire.Simulator.Replay;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayTimelineTests
{
    private static readonly DateTimeOffset Start = new(2020, 7, 13, 0, 5, 35, TimeSpan.Zero);

    [Fact]
    public void Messages_keep_their_distances_also_out_of_order() =>
        Assert.Equal([0, 20, 10, -5, 30], Places([0, 20, 10, -5, 30]));

    [Fact]
    public void A_lone_time_far_away_has_no_place_and_moves_no_other() =>
        Assert.Equal([0, 20, null, 30, null, null, 40], Places([0, 20, 10_000, 30, 10_000, -10_000, 40]));

    [Fact]
    public void A_first_message_with_a_broken_clock_does_not_spoil_the_file() =>
        Assert.Equal([0, null, 0, 10, 20], Places([-50_000, 0, 10, 20, 30]));

    [Fact]
    public void A_pause_that_the_next_message_confirms_is_left_out() =>
        Assert.Equal([0, 20, null, 20, 30], Places([0, 20, 10_000, 10_010, 10_020]));

    [Fact]
    public void The_ends_of_the_calendar_have_no_place()
    {
        var timeline = new ReplayTimeline(TimeSpan.FromDays(366));

        Assert.Equal(TimeSpan.Zero, timeline.Place(Start));
        Assert.Null(timeline.Place(DateTimeOffset.MaxValue));
        Assert.Null(timeline.Place(DateTimeOffset.UnixEpoch));
        Assert.Equal(TimeSpan.FromSeconds(1), timeline.Place(Start.AddSeconds(1)));
        Assert.Equal(2, timeline.Doubtful);
    }

    private static List<double?> Places(IEnumerable<double> seconds)
    {
        var timeline = new ReplayTimeline(longestGap: TimeSpan.FromMinutes(1));
        return seconds.Select(second => timeline.Place(Start.AddSeconds(second))?.TotalSeconds).ToList();
    }
}
