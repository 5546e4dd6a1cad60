using System.Globalization;
using System.Numerics;
using CsCheck;

namespace TelemetryAspire.Telemetry.Tests.Clock;

/// <summary>A record's stamp is its own, and always the same.</summary>
public sealed class ArrivalStampTests
{
    private const long Million = 1_000_000;

    private static readonly DateTimeOffset Arrival = DateTimeOffset.FromUnixTimeMilliseconds(1_609_757_175_225);

    /// <summary>An arrival in the years a stream can be read in, to the millisecond.</summary>
    private static readonly Gen<DateTimeOffset> Arrivals =
        Gen.Long[0, 4_102_444_800_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    [Fact]
    public void The_layout_is_the_one_of_a_number_that_AWS_issued()
    {
        // From the Lambda developer guide, whose sample arrived at 1545084650.987.
        var sequenceNumber = BigInteger.Parse(
            "49590338271490256608559692538361571095921575989136588898", CultureInfo.InvariantCulture);
        var arrival = DateTimeOffset.FromUnixTimeMilliseconds(1_545_084_650_987);

        var counter = (long)(((sequenceNumber >> 80) & ulong.MaxValue) % Million);

        Assert.Equal((1_545_084_650_987 * Million) + counter, ArrivalStamp.Of(arrival, sequenceNumber).Value);
        Assert.NotEqual(counter, (long)(sequenceNumber % Million));
    }

    [Fact]
    public void A_plain_record_has_its_counter_below_its_millisecond()
    {
        var stamp = ArrivalStamp.Of(Arrival, Number(12_345_678_901, Arrival));

        Assert.Equal((1_609_757_175_225 * Million) + 678_901, stamp.Value);
    }

    [Fact]
    public void A_record_inside_an_aggregate_has_its_place_below_the_counter()
    {
        var stamp = ArrivalStamp.OfSubRecord(Arrival, Number(12_345_678_901, Arrival), 42);

        Assert.Equal((1_609_757_175_225 * Million) + 901_042, stamp.Value);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("49590338271490256608559692538361571095921575989136588899")]
    [InlineData("9999999999999999999999999999999999999999999999999999999999999999999999")]
    public void A_number_in_another_layout_counts_as_a_whole(string text)
    {
        var sequenceNumber = BigInteger.Parse(text, CultureInfo.InvariantCulture);

        var stamp = ArrivalStamp.Of(Arrival, sequenceNumber);

        Assert.Equal((1_609_757_175_225 * Million) + (long)(sequenceNumber % Million), stamp.Value);
    }

    [Theory]
    [InlineData(86_400, true)]
    [InlineData(-86_400, true)]
    [InlineData(86_401, false)]
    [InlineData(-86_401, false)]
    public void The_layout_needs_seconds_within_a_day_of_arrival(int offset, bool isLayout)
    {
        var sequenceNumber = Number(5, Arrival.AddSeconds(offset));

        var rest = ArrivalStamp.Of(Arrival, sequenceNumber).Value % Million;

        Assert.Equal(isLayout ? 5 : (long)(sequenceNumber % Million), rest);
    }

    [Fact]
    public void The_stamp_lies_within_the_arrival_millisecond()
    {
        Gen.Select(Arrivals, Gen.ULong, Gen.Int[0, 999]).Sample((arrival, counter, place) =>
        {
            var sequenceNumber = Number(counter, arrival);

            Assert.Equal(arrival.ToUnixTimeMilliseconds(), ArrivalStamp.Of(arrival, sequenceNumber).Value / Million);
            Assert.Equal(
                arrival.ToUnixTimeMilliseconds(),
                ArrivalStamp.OfSubRecord(arrival, sequenceNumber, place).Value / Million);
        });
    }

    [Fact]
    public void A_replay_has_the_same_stamp_from_the_texts_a_dead_letter_keeps()
    {
        Gen.Select(Arrivals, Gen.ULong).Sample((arrival, counter) =>
        {
            var sequenceNumber = Number(counter, arrival);
            var keptArrival = DateTimeOffset.Parse(arrival.ToString("O"), CultureInfo.InvariantCulture);
            var keptNumber = BigInteger.Parse(
                sequenceNumber.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

            Assert.Equal(
                ArrivalStamp.Of(arrival, sequenceNumber),
                ArrivalStamp.Of(keptArrival.ToOffset(TimeSpan.FromHours(2)), keptNumber));
        });
    }

    [Fact]
    public void Records_of_one_millisecond_less_than_a_million_apart_differ()
    {
        Gen.Select(Arrivals, Gen.ULong[0, ulong.MaxValue - 999_999], Gen.ULong[1, 999_999]).Sample((arrival, counter, distance) =>
            Assert.NotEqual(
                ArrivalStamp.Of(arrival, Number(counter, arrival)),
                ArrivalStamp.Of(arrival, Number(counter + distance, arrival))));
    }

    [Fact]
    public void Records_of_aggregates_less_than_a_thousand_apart_differ()
    {
        var places = Gen.Int[0, 999];
        Gen.Select(Gen.ULong[0, ulong.MaxValue - 999], Gen.ULong[0, 999], places, places).Sample((counter, distance, one, other) =>
        {
            var first = ArrivalStamp.OfSubRecord(Arrival, Number(counter, Arrival), one);
            var second = ArrivalStamp.OfSubRecord(Arrival, Number(counter + distance, Arrival), other);

            Assert.Equal(distance == 0 && one == other, first == second);
        });
    }

    [Fact]
    public void A_record_that_arrived_a_millisecond_later_has_a_larger_stamp()
    {
        Gen.Select(Arrivals, Gen.ULong, Gen.ULong).Sample((arrival, counter, other) =>
        {
            var later = arrival.AddMilliseconds(1);

            Assert.True(
                ArrivalStamp.Of(arrival, Number(counter, arrival)).Value
                < ArrivalStamp.Of(later, Number(other, later)).Value);
        });
    }

    [Fact]
    public void An_arrival_before_1970_has_no_stamp()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ArrivalStamp.Of(DateTimeOffset.UnixEpoch.AddMilliseconds(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArrivalStamp.Of(DateTimeOffset.MaxValue, 1));
    }

    /// <summary>A sequence number as AWS lays them out today, of shard 3.</summary>
    private static BigInteger Number(ulong counter, DateTimeOffset time)
    {
        var seconds = new BigInteger(time.ToUnixTimeSeconds());
        return (new BigInteger(2) << 184) | (new BigInteger(1_600_000_000) << 148) | (new BigInteger(3) << 144)
            | (new BigInteger(counter) << 80) | ((seconds < 0 ? 0 : seconds) << 36) | (new BigInteger(3) << 4) | 2;
    }
}
