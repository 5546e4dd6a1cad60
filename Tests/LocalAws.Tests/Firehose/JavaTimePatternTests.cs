using TelemetryAspire.LocalAws.Firehose.Prefixes;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>Expected values are those of java.time.format.DateTimeFormatter with Locale.US.</summary>
public sealed class JavaTimePatternTests
{
    private static readonly TimeZoneInfo Kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    private static readonly DateTimeOffset Time =
        new DateTimeOffset(2021, 1, 4, 9, 7, 5, 225, TimeSpan.Zero).AddTicks(4990);

    [Theory]
    [InlineData("yyyy/MM/dd/HH/", "2021/01/04/09/")]
    [InlineData("'year='yyyy'/month='MM", "year=2021/month=01")]
    [InlineData("y-M-d H:m:s", "2021-1-4 9:7:5")]
    [InlineData("yy", "21")]
    [InlineData("MMM MMMM MMMMM", "Jan January J")]
    [InlineData("EEE EEEE", "Mon Monday")]
    [InlineData("DDD", "004")]
    [InlineData("G GGGG GGGGG", "AD Anno Domini A")]
    [InlineData("e ee eee c cccc W F", "2 02 Mon 2 Monday 2 4")]
    [InlineData("hh a KK kk", "09 AM 09 09")]
    [InlineData("ppH'h'ppppd", " 9h   4")]
    [InlineData("yyyy[-MM[-dd]]", "2021-01-04")]
    [InlineData("VV z zzzz", "UTC UTC Coordinated Universal Time")]
    [InlineData("X XX XXX x xx xxx Z ZZZZ ZZZZZ O OOOO", "Z Z Z +00 +0000 +00:00 +0000 GMT Z GMT GMT")]
    [InlineData("ss.SSS SSSSSSSSS", "05.225 225499000")]
    [InlineData("Q QQ QQQ QQQQ", "1 01 Q1 1st quarter")]
    [InlineData("YYYY-'W'ww", "2021-W02")]
    [InlineData("HH 'o''clock' ''", "09 o'clock '")]
    public void A_pattern_formats_as_java_does(string pattern, string expected) =>
        Assert.Equal(expected, JavaTimePattern.Parse(pattern).Format(Time, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm", "2021-01-04T14:37")]
    [InlineData("VV", "Asia/Kolkata")]
    [InlineData("X XX XXX x xx xxx", "+0530 +0530 +05:30 +0530 +0530 +05:30")]
    [InlineData("Z ZZZZ ZZZZZ O OOOO", "+0530 GMT+05:30 +05:30 GMT+5:30 GMT+05:30")]
    public void A_pattern_formats_the_time_of_its_zone(string pattern, string expected) =>
        Assert.Equal(expected, JavaTimePattern.Parse(pattern).Format(Time, Kolkata));

    [Fact]
    public void The_last_days_of_a_year_may_belong_to_the_first_week_of_the_next() => Assert.Equal(
        "2021-01",
        JavaTimePattern.Parse("YYYY-ww").Format(
            new DateTimeOffset(2020, 12, 31, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("yyyy 'open")]
    [InlineData("yyyy b")]
    [InlineData("yyyy{MM}")]
    [InlineData("yyyy]MM[")]
    [InlineData("HHH")]
    [InlineData("MMMMMM")]
    [InlineData("V")]
    [InlineData("cc")]
    [InlineData("yyyypp-")]
    public void A_pattern_that_is_not_valid_is_refused(string pattern) =>
        Assert.Throws<FormatException>(() => JavaTimePattern.Parse(pattern));
}
