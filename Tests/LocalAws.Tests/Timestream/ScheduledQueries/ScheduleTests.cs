using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

namespace TelemetryAspire.LocalAws.Tests.Timestream.ScheduledQueries;

public sealed class ScheduleTests
{
    // A Sunday.
    private static readonly DateTimeOffset Created = new(2026, 3, 1, 12, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("rate(1 minute)", "2026-03-01 12:01:30")]
    [InlineData("rate(5 minutes)", "2026-03-01 12:05:30")]
    [InlineData("rate(1 hour)", "2026-03-01 13:00:30")]
    [InlineData("rate(2 days)", "2026-03-03 12:00:30")]
    [InlineData("cron(* * * * ? *)", "2026-03-01 12:01:00")]
    [InlineData("cron(0/15 * * * ? *)", "2026-03-01 12:15:00")]
    [InlineData("cron(*/20 * * * ? *)", "2026-03-01 12:20:00")]
    [InlineData("cron(30 8 ? * 2 *)", "2026-03-02 08:30:00")]
    [InlineData("cron(30 8 ? * MON-FRI *)", "2026-03-02 08:30:00")]
    [InlineData("cron(0 13 ? * 1,7 *)", "2026-03-01 13:00:00")]
    [InlineData("cron(0 0 ? * L *)", "2026-03-07 00:00:00")]
    [InlineData("cron(0 0 ? * 6#3 *)", "2026-03-20 00:00:00")]
    [InlineData("cron(0 0 ? * 6L *)", "2026-03-27 00:00:00")]
    [InlineData("cron(0 0 L * ? *)", "2026-03-31 00:00:00")]
    [InlineData("cron(0 0 15W * ? *)", "2026-03-16 00:00:00")]
    [InlineData("cron(0 0 1 JAN ? *)", "2027-01-01 00:00:00")]
    [InlineData("cron(0 0 1 1 ? 2030)", "2030-01-01 00:00:00")]
    [InlineData("cron(0 0 1 1 ? 2020-2028/4)", "2028-01-01 00:00:00")]
    public void The_next_time_is_the_first_after_now(string expression, string expected)
    {
        var next = Schedule.Read(expression, Created)!.Next(Created);

        Assert.Equal(expected, next?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_rate_counts_from_the_creation()
    {
        var next = Schedule.Read("rate(5 minutes)", Created)!.Next(Created + TimeSpan.FromMinutes(12));

        Assert.Equal(Created + TimeSpan.FromMinutes(15), next);
    }

    [Fact]
    public void A_year_that_is_over_has_no_next_time() =>
        Assert.Null(Schedule.Read("cron(0 0 1 1 ? 2020)", Created)!.Next(Created));

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 seconds)")]
    [InlineData("cron(* * * * * *)")]
    [InlineData("cron(* * ? * ? *)")]
    [InlineData("cron(* * * * ?)")]
    [InlineData("cron(60 * * * ? *)")]
    [InlineData("cron(* * * * ? 1969)")]
    [InlineData("cron(* * ? * 2#1,3#1 *)")]
    [InlineData("* * * * ? *")]
    public void An_expression_that_AWS_does_not_have_is_none(string expression) =>
        Assert.Null(Schedule.Read(expression, Created));
}
