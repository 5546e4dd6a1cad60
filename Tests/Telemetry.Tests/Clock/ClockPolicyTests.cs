using CsCheck;

namespace TelemetryAspire.Telemetry.Tests.Clock;

/// <summary>A device's clock may be ahead; what that means depends on the record alone.</summary>
public sealed class ClockPolicyTests
{
    private const long ArrivalNanoseconds = 1_609_757_175_225_000_000;
    private const long Second = 1_000_000_000;

    private static readonly DateTimeOffset Arrival = DateTimeOffset.FromUnixTimeMilliseconds(1_609_757_175_225);
    private static readonly ArrivalStamp Stamp = new(ArrivalNanoseconds + 4_711);

    [Theory]
    [InlineData(-86_400 * Second)]
    [InlineData(0)]
    [InlineData(Second)]
    public void A_reading_up_to_a_second_ahead_is_taken_as_it_is(long lead)
    {
        var reading = ReadingAt(ArrivalNanoseconds + lead);

        Assert.Same(reading, Apply(reading, new ClockOptions()));
    }

    [Fact]
    public void A_reading_further_ahead_also_tells_by_how_much()
    {
        var accepted = Apply(ReadingAt(ArrivalNanoseconds + (90 * Second) + 123_456), new ClockOptions());

        Assert.Equal(ArrivalNanoseconds + (90 * Second) + 123_456, accepted.TimeNanoseconds);
        Assert.False(accepted.IsCorrected);
        Assert.Equal(
            new TelemetryMeasure("clock_offset_ms", "90000.123456", MeasureType.Double), accepted.Measures[^1]);
    }

    [Fact]
    public void A_lead_of_exactly_the_most_allowed_is_not_corrected()
    {
        Assert.False(Apply(ReadingAt(ArrivalNanoseconds + (14 * 60 * Second)), new ClockOptions()).IsCorrected);
    }

    [Fact]
    public void A_reading_beyond_the_most_allowed_gets_its_arrival_stamp_as_time()
    {
        var accepted = Apply(ReadingAt(ArrivalNanoseconds + (14 * 60 * Second) + 1), new ClockOptions());

        Assert.True(accepted.IsCorrected);
        Assert.Equal(Stamp.Value, accepted.TimeNanoseconds);
        Assert.Equal("840000.000001", accepted.Measures[^1].Value);
    }

    [Fact]
    public void A_burst_of_corrected_readings_does_not_collapse_into_one_time()
    {
        var reading = ReadingAt(ArrivalNanoseconds + (3_600 * Second));
        var policy = new ClockPolicy(new ClockOptions());

        var times = Enumerable.Range(0, 500).Select(i =>
        {
            Assert.True(policy.TryApply(reading, Arrival, ArrivalStamp.Of(Arrival, i), out var accepted, out _));
            return accepted.TimeNanoseconds;
        });

        Assert.Equal(500, times.Distinct().Count());
    }

    [Fact]
    public void By_configuration_a_reading_ahead_is_a_dead_letter()
    {
        var policy = new ClockPolicy(new ClockOptions { Ahead = AheadPolicy.DeadLetter });

        Assert.False(
            policy.TryApply(ReadingAt(ArrivalNanoseconds + (3_600 * Second)), Arrival, Stamp, out _, out var failure));
        Assert.Equal(MappingFailureReason.ClockAhead, failure.Reason);
        Assert.Contains("3600000 ms", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Telemetry:Clock:MaxLead", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void By_configuration_a_reading_ahead_keeps_its_time()
    {
        var time = ArrivalNanoseconds + (3_600 * Second);

        var accepted = Apply(ReadingAt(time), new ClockOptions { Ahead = AheadPolicy.Accept });

        Assert.Equal(time, accepted.TimeNanoseconds);
        Assert.False(accepted.IsCorrected);
        Assert.Equal("3600000", accepted.Measures[^1].Value);
    }

    [Fact]
    public void The_devices_own_time_can_be_told_after_a_correction()
    {
        Gen.Long[0, long.MaxValue].Sample(time =>
        {
            var accepted = Apply(ReadingAt(time), new ClockOptions { MaxLead = TimeSpan.Zero });
            var offset = accepted.Measures.SingleOrDefault(measure => measure.Name == "clock_offset_ms").Value;

            Assert.Equal(time > ArrivalNanoseconds, accepted.IsCorrected);
            Assert.Equal(accepted.IsCorrected, offset is not null);
            Assert.Equal(time, offset is null ? accepted.TimeNanoseconds : ArrivalNanoseconds + ToNanoseconds(offset));
        });
    }

    private static long ToNanoseconds(string milliseconds) =>
        (long)(decimal.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture) * 1_000_000);

    private static TelemetryReading Apply(TelemetryReading reading, ClockOptions options)
    {
        Assert.True(new ClockPolicy(options).TryApply(reading, Arrival, Stamp, out var accepted, out _));
        return accepted;
    }

    private static TelemetryReading ReadingAt(long nanoseconds) => new()
    {
        TimeNanoseconds = nanoseconds,
        Dimensions = [new("DeviceID", "d")],
        Measures = [new("t_measure", "1", MeasureType.Double)],
    };
}
