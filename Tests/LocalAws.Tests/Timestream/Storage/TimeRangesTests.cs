using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Storage;

public sealed class TimeRangesTests
{
    private const long Minute = 60_000_000_000;

    [Fact]
    public void Every_time_is_in_a_range_and_every_range_begins_and_ends_with_a_time() =>
        Gen.Long[0, 1_000 * Minute].Array[0, 100].Sample(times =>
        {
            var ranges = TimeRanges.Of(times);

            return times.All(time => ranges.Any(range => range.First <= time && time <= range.Last))
                && ranges.All(range => times.Contains(range.First) && times.Contains(range.Last));
        });

    [Fact]
    public void A_late_time_is_a_range_of_its_own() =>
        Assert.Equal([(5, 5), (10 * Minute, 11 * Minute)], TimeRanges.Of([11 * Minute, 5, 10 * Minute, 10 * Minute]));

    [Fact]
    public void There_are_at_most_sixteen_ranges_apart_where_the_gaps_are_widest()
    {
        var ranges = TimeRanges.Of(Enumerable.Range(0, 100).Select(number => number * (long)number * Minute));

        Assert.Equal(16, ranges.Count);
        Assert.Equal((0, 84 * 84 * Minute), ranges[0]);
        Assert.Equal((99 * 99 * Minute, 99 * 99 * Minute), ranges[^1]);
    }

    [Fact]
    public void No_times_are_no_ranges() => Assert.Empty(TimeRanges.Of([]));
}
