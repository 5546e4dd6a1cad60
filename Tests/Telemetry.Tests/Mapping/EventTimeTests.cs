using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;

namespace TelemetryAspire.Telemetry.Tests.Mapping;

/// <summary>The event time keeps every digit down to the nanosecond.</summary>
public sealed class EventTimeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.000", 0)]
    [InlineData("1", 1_000_000_000)]
    [InlineData("1594598735.7727768", 1_594_598_735_772_776_800)]
    [InlineData("1594598735.123456789", 1_594_598_735_123_456_789)]
    [InlineData("1594598735.1234567899999", 1_594_598_735_123_456_789)]
    [InlineData("1.594598735e9", 1_594_598_735_000_000_000)]
    [InlineData("1.5945987357727768E+9", 1_594_598_735_772_776_800)]
    [InlineData("15945987357727768e-7", 1_594_598_735_772_776_800)]
    [InlineData("0.0000000019", 1)]
    [InlineData("0.0000000009", 0)]
    [InlineData("1e-1000000000000", 0)]
    [InlineData("0e1000000000000", 0)]
    [InlineData("9223372036.854775807", long.MaxValue)]
    [InlineData("9223372036.8547758079", long.MaxValue)]
    public void Seconds_are_exact_and_cut_off_beyond_the_nanosecond(string digits, long nanoseconds)
    {
        Assert.Equal(nanoseconds, Time(digits));
        Assert.Equal(nanoseconds, Time($"\"{digits}\""));
    }

    [Theory]
    [InlineData("9223372036.854775808")]
    [InlineData("9223372037")]
    [InlineData("1e10")]
    [InlineData("1e1000000000000")]
    [InlineData("-0.0000000001")]
    [InlineData("-1594598735")]
    public void A_time_that_Timestream_cannot_hold_is_out_of_range(string digits)
    {
        Assert.Equal(MappingFailureReason.TimeOutOfRange, Failure(digits).Reason);
        Assert.Equal(MappingFailureReason.TimeOutOfRange, Failure($"\"{digits}\"").Reason);
    }

    [Theory]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("-")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("0x10")]
    [InlineData("1,594")]
    [InlineData("\\u0031")]
    public void A_text_that_is_not_a_number_in_JSON_notation_is_no_time(string text)
    {
        Assert.Equal(MappingFailureReason.InvalidTime, Failure($"\"{text}\"").Reason);
    }

    [Fact]
    public void Any_time_written_in_any_unit_is_read_as_the_same_nanoseconds()
    {
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Enum<EventTimeUnit>(), Gen.Int[-12, 12]).Sample((nanoseconds, unit, shift) =>
        {
            var digits = unit switch
            {
                EventTimeUnit.Seconds => 9,
                EventTimeUnit.Milliseconds => 6,
                EventTimeUnit.Microseconds => 3,
                _ => 0,
            };
            var text = WithPoint(nanoseconds, digits + shift);
            var record = $$"""{"time":{{text}}e{{shift}},"timeunit":"{{unit}}","DeviceID":"d","t_measure":1}""";
            Assert.Equal(nanoseconds, Read.Reading(record).TimeNanoseconds);
        });
    }

    /// <summary>Writes value / 10^digits.</summary>
    private static string WithPoint(long value, int digits)
    {
        if (digits <= 0)
        {
            return (value * BigInteger.Pow(10, -digits)).ToString(CultureInfo.InvariantCulture);
        }

        var text = value.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return $"{text[..^digits]}.{text[^digits..]}";
    }

    private static long Time(string time)
    {
        var isReading = Seconds.TryMap(Record(time), out var reading, out var failure);
        Assert.True(isReading, failure?.Message);
        return reading!.TimeNanoseconds;
    }

    private static MappingFailure Failure(string time)
    {
        Assert.False(Seconds.TryMap(Record(time), out _, out var failure));
        return failure;
    }

    private static ReadingMapper Seconds { get; } =
        new(new MappingOptions { Time = new TimeMapping { Unit = EventTimeUnit.Seconds } });

    private static byte[] Record(string time) =>
        Encoding.UTF8.GetBytes($$"""{"Time":{{time}},"DeviceID":"d","t_measure":1}""");
}
