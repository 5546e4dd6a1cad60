namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>
/// Developer guide, "Date / time functions", "Formatting and parsing": its examples, then MySQL's and Joda-Time's
/// letters.
/// </summary>
public sealed class DateTimeFormatTests(GoldenHost host) : GoldenTest(host)
{
    [Theory]
    [InlineData("date_format(TIMESTAMP '2019-10-20 10:20:20', '%Y-%m-%d %H:%i:%s')", "2019-10-20 10:20:20")]
    [InlineData("date_parse('2019-10-20 10:20:20', '%Y-%m-%d %H:%i:%s')", "2019-10-20 10:20:20.000000000")]
    [InlineData("format_datetime(parse_datetime('1968-01-13 12', 'yyyy-MM-dd HH'), 'yyyy-MM-dd HH')", "1968-01-13 12")]
    [InlineData("parse_datetime('2019-12-29 10:10 PST', 'uuuu-LL-dd HH:mm z')", "2019-12-29 18:10:00.000000000")]
    public Task Has_the_documented_value(string expression, string expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("%a %W", "Sat Saturday")]
    [InlineData("%b %M %c %m", "Jan January 1 01")]
    [InlineData("%d %e %j", "02 2 002")]
    [InlineData("%Y %y %x %v", "2021 21 2020 53")]
    [InlineData("%H %k %h %I %l %p", "15 15 03 03 3 PM")]
    [InlineData("%i %s %S %f", "04 05 05 123456")]
    [InlineData("%T | %r", "15:04:05 | 03:04:05 PM")]
    [InlineData("%% %z 100%", "% z 100%")]
    [InlineData("", "")]
    public Task Date_format_knows_the_specifiers(string pattern, string expected) =>
        ExpectAsync($"date_format(TIMESTAMP '2021-01-02 15:04:05.123456789', '{pattern}')", expected);

    [Theory]
    [InlineData("'1.2.2021 3:04 pm', '%e.%c.%Y %l:%i %p'", "2021-02-01 15:04:00.000000000")]
    [InlineData("'12:00 AM', '%h:%i %p'", "1970-01-01 00:00:00.000000000")]
    [InlineData("'2021-01-02 00:00:00.123456789', '%Y-%m-%d %T.%f'", "2021-01-02 00:00:00.123456789")]
    [InlineData("'2021-01-02 00:00:00.5', '%Y-%m-%d %T.%f'", "2021-01-02 00:00:00.500000000")]
    [InlineData("'Sat, 2 January 2021', '%a, %d %M %Y'", "2021-01-02 00:00:00.000000000")]
    [InlineData("'69-12-31', '%y-%m-%d'", "2069-12-31 00:00:00.000000000")]
    [InlineData("'70-12-31', '%y-%m-%d'", "1970-12-31 00:00:00.000000000")]
    [InlineData("'2021-060', '%Y-%j'", "2021-03-01 00:00:00.000000000")]
    [InlineData("'2020-53', '%x-%v'", "2020-12-28 00:00:00.000000000")]
    [InlineData("'02-29', '%m-%d'", "2000-02-29 00:00:00.000000000")]
    [InlineData("CAST(NULL AS varchar), '%Y'", null)]
    [InlineData("'2021', CAST(NULL AS varchar)", null)]
    public Task Date_parse_knows_the_specifiers(string arguments, string? expected) =>
        ExpectAsync($"date_parse({arguments})", expected);

    [Theory]
    [InlineData("yyyy YY x xx", "2021 21 2020 20")]
    [InlineData("C G", "20 AD")]
    [InlineData("M MM MMM MMMM L LL", "1 01 Jan January 1 01")]
    [InlineData("d dd D DDD", "2 02 2 002")]
    [InlineData("e E EEE EEEE w ww", "6 Sat Sat Saturday 53 53")]
    [InlineData("H HH k K h hh a", "15 15 15 3 3 03 PM")]
    [InlineData("mm ss S SSS SSSSSSSSS SSSSSSSSSSS", "04 05 1 123 123456789 12345678900")]
    [InlineData("z zzzz Z ZZ ZZZ X VV", "UTC Coordinated Universal Time +0000 +00:00 UTC Z UTC")]
    [InlineData("yyyy''''MM''''''''dd ''T'' hh ''o''''clock''", "2021'01''02 T 03 o'clock")]
    [InlineData("yyyyMMdd''T''HHmmss.n", "20210102T150405.123456789")]
    public Task Format_datetime_knows_the_letters(string pattern, string expected) =>
        ExpectAsync($"format_datetime(TIMESTAMP '2021-01-02 15:04:05.123456789', '{pattern}')", expected);

    [Theory]
    [InlineData("'20210102T150405.123456789', 'yyyyMMdd''T''HHmmss.SSSSSSSSS'", "2021-01-02 15:04:05.123456789")]
    [InlineData("'2021-01-02T15:04:05+0530', 'yyyy-MM-dd''T''HH:mm:ssZ'", "2021-01-02 09:34:05.000000000")]
    [InlineData("'2021-01-02T15:04:05Z', 'yyyy-MM-dd''T''HH:mm:ssZZ'", "2021-01-02 15:04:05.000000000")]
    [InlineData("'2021-01-02T15:04:05-01', 'yyyy-MM-dd''T''HH:mm:ssX'", "2021-01-02 16:04:05.000000000")]
    [InlineData("'2021-07-02 15:04 Europe/Berlin', 'yyyy-MM-dd HH:mm ZZZ'", "2021-07-02 13:04:00.000000000")]
    [InlineData("'2021-07-02 15:04 EDT', 'yyyy-MM-dd HH:mm z'", "2021-07-02 19:04:00.000000000")]
    [InlineData("'2021-11-07 01:30 America/New_York', 'yyyy-MM-dd HH:mm ZZZ'", "2021-11-07 05:30:00.000000000")]
    [InlineData("'Sat 2 jan 2021 12 am', 'EEE d MMM yyyy h a'", "2021-01-02 00:00:00.000000000")]
    [InlineData("'2020-W53-6', 'xxxx-''W''ww-e'", "2021-01-02 00:00:00.000000000")]
    [InlineData("'24', 'kk'", "1970-01-01 00:00:00.000000000")]
    [InlineData("'1677-09-21 00:12:44', 'yyyy-MM-dd HH:mm:ss'", "1677-09-21 00:12:44.000000000")]
    [InlineData("CAST(NULL AS varchar), 'yyyy'", null)]
    public Task Parse_datetime_knows_the_letters(string arguments, string? expected) =>
        ExpectAsync($"parse_datetime({arguments})", expected);

    [Fact]
    public Task A_pattern_may_come_from_data() => ExpectRowsAsync(
        "SELECT date_format(TIMESTAMP '2021-01-02 15:04:05', p) FROM (VALUES '%Y', '%H', NULL) AS t(p)",
        ["2021"], ["15"], [null]);

    [Theory]
    [InlineData("date_parse('2019-10-20x', '%Y-%m-%d')", "Invalid format: \"2019-10-20x\"")]
    [InlineData("date_parse('2019-10', '%Y-%m-%d')", "Invalid format: \"2019-10\"")]
    [InlineData("date_parse('2019-13-01', '%Y-%m-%d')", "Invalid format: \"2019-13-01\"")]
    [InlineData("date_parse('2019-02-29', '%Y-%m-%d')", "Invalid format: \"2019-02-29\"")]
    [InlineData("date_parse('Sun 2021-01-02', '%a %Y-%m-%d')", "Invalid format: \"Sun 2021-01-02\"")]
    [InlineData("date_parse('13 PM', '%h %p')", "Invalid format: \"13 PM\"")]
    [InlineData("date_parse('2263-01-01', '%Y-%m-%d')", "Invalid format: \"2263-01-01\"")]
    [InlineData("date_parse('0001-01-01', '%Y-%m-%d')", "Invalid format: \"0001-01-01\"")]
    [InlineData("date_parse('2019', '%Y%w')", "line 1:8: %w not supported in date format string")]
    [InlineData("date_format(now(), '%D')", "line 1:8: %D not supported in date format string")]
    [InlineData("date_format(now(), concat('%', 'U'))", "%U not supported in date format string")]
    [InlineData("format_datetime(now(), 'yyyy-bb')", "line 1:8: Illegal pattern component: bb")]
    [InlineData("format_datetime(now(), 'yyyy''T')", "line 1:8: The quote at position 5 of the pattern is not closed")]
    [InlineData("format_datetime(now(), '')", "line 1:8: Invalid pattern specification")]
    [InlineData("parse_datetime('2021-01-02 Mars/Olympus', 'yyyy-MM-dd z')", "Invalid format: \"2021-01-02 Mars/Olympus\"")]
    [InlineData("parse_datetime('1677-09-21 00:12:43', 'yyyy-MM-dd HH:mm:ss')", "Invalid format: \"1677-09-21 00:12:43\"")]
    [InlineData("date_format(current_time, '%H')", "Unexpected parameters (time, varchar) for function date_format")]
    public Task Refuses(string expression, string message) => ExpectErrorAsync(expression, message);
}
