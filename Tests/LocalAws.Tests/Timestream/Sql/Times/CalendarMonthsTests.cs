using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Sql.Times;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Times;

public sealed class CalendarMonthsTests
{
    private static readonly Gen<DateTime> Time = Gen.DateTime[new DateTime(1678, 1, 1), new DateTime(2262, 1, 1)];

    /// <summary>.NET, too, cuts the day to the month's last when it adds months.</summary>
    [Fact]
    public void So_many_months_can_be_added_and_no_more() => Gen.Select(Time, Time).Sample((one, other) =>
    {
        var (from, to) = one <= other ? (one, other) : (other, one);

        var months = (int)CalendarMonths.Between(Nanos(from), Nanos(to));

        Assert.True(from.AddMonths(months) <= to, $"{months} months after {from:O} is after {to:O}");
        Assert.True(from.AddMonths(months + 1) > to, $"{months + 1} months after {from:O} is not after {to:O}");
    });

    [Fact]
    public void Backwards_the_number_is_negative() => Gen.Select(Time, Time).Sample((from, to) =>
        Assert.Equal(-CalendarMonths.Between(Nanos(from), Nanos(to)), CalendarMonths.Between(Nanos(to), Nanos(from))));

    [Theory]
    [InlineData(999, 999, 1)]
    [InlineData(999, 998, 0)]
    public void A_nanosecond_may_be_missing(int fromNanos, int toNanos, int months) => Assert.Equal(
        months,
        CalendarMonths.Between(
            Nanos(new DateTime(2020, 1, 31)) + fromNanos, Nanos(new DateTime(2020, 2, 29)) + toNanos));

    private static long Nanos(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;
}
