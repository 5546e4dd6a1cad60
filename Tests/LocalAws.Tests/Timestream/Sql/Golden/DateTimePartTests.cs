namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>
/// Developer guide, "Date / time functions", "Extraction": its examples with their results, then the edges.
/// </summary>
public sealed class DateTimePartTests(GoldenHost host) : GoldenTest(host)
{
    [Theory]
    [InlineData("extract(YEAR FROM '2019-10-12 23:10:34.000000000')", "2019")]
    [InlineData("day('2019-10-12 23:10:34.000000000')", "12")]
    [InlineData("day_of_month('2019-10-12 23:10:34.000000000')", "12")]
    [InlineData("day_of_week('2019-10-12 23:10:34.000000000')", "6")]
    [InlineData("dow('2019-10-12 23:10:34.000000000')", "6")]
    [InlineData("day_of_year('2019-10-12 23:10:34.000000000')", "285")]
    [InlineData("doy('2019-10-12 23:10:34.000000000')", "285")]
    [InlineData("hour('2019-10-12 23:10:34.000000000')", "23")]
    [InlineData("millisecond('2019-10-12 23:10:34.000000000')", "0")]
    [InlineData("minute('2019-10-12 23:10:34.000000000')", "10")]
    [InlineData("month('2019-10-12 23:10:34.000000000')", "10")]
    [InlineData("nanosecond(TIMESTAMP '2022-07-07 17:42:32.162')", "162000000")]
    [InlineData("quarter('2019-10-12 23:10:34.000000000')", "4")]
    [InlineData("second('2019-10-12 23:10:34.000000000')", "34")]
    [InlineData("week('2019-10-12 23:10:34.000000000')", "41")]
    [InlineData("week_of_year('2019-10-12 23:10:34.000000000')", "41")]
    [InlineData("year('2019-10-12 23:10:34.000000000')", "2019")]
    [InlineData("year_of_week('2019-10-12 23:10:34.000000000')", "2019")]
    [InlineData("yow('2019-10-12 23:10:34.000000000')", "2019")]
    public Task Has_the_documented_value(string expression, string expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("QUARTER", "4")]
    [InlineData("MONTH", "10")]
    [InlineData("WEEK", "41")]
    [InlineData("DAY", "12")]
    [InlineData("DAY_OF_MONTH", "12")]
    [InlineData("DAY_OF_WEEK", "6")]
    [InlineData("DOW", "6")]
    [InlineData("DAY_OF_YEAR", "285")]
    [InlineData("DOY", "285")]
    [InlineData("YEAR_OF_WEEK", "2019")]
    [InlineData("YOW", "2019")]
    [InlineData("HOUR", "23")]
    [InlineData("MINUTE", "10")]
    [InlineData("SECOND", "34")]
    public Task Extract_has_all_documented_fields(string field, string expected) =>
        ExpectAsync($"extract({field} FROM TIMESTAMP '2019-10-12 23:10:34.5')", expected);

    [Theory]
    [InlineData("year_of_week(DATE '2005-01-02')", "2004")]
    [InlineData("year_of_week(DATE '2008-12-29')", "2009")]
    [InlineData("yow(DATE '2010-01-03')", "2009")]
    [InlineData("week(DATE '2021-01-01')", "53")]
    [InlineData("year_of_week(TIMESTAMP '2021-01-01 00:00')", "2020")]
    [InlineData("dow(DATE '2019-10-13')", "7")]
    [InlineData("dow(DATE '2019-10-14')", "1")]
    [InlineData("doy(DATE '2020-12-31')", "366")]
    [InlineData("year(TIMESTAMP '1969-12-31 23:59:59.999999999')", "1969")]
    [InlineData("day_of_week(TIMESTAMP '1969-12-31 23:59:59.999999999')", "3")]
    [InlineData("hour(TIMESTAMP '1969-12-31 23:59:59.999999999')", "23")]
    [InlineData("millisecond(TIMESTAMP '1969-12-31 23:59:59.999999999')", "999")]
    [InlineData("nanosecond(TIMESTAMP '1969-12-31 23:59:59.999999999')", "999999999")]
    [InlineData("millisecond(TIMESTAMP '2022-01-01 00:00:05.123456789')", "123")]
    [InlineData("nanosecond(TIMESTAMP '2022-01-01 00:00:05.123456789')", "123456789")]
    [InlineData("hour(TIME '23:10:34.123456789')", "23")]
    [InlineData("nanosecond(TIME '23:10:34.123456789')", "123456789")]
    [InlineData("year(TIMESTAMP '2262-04-11 23:47:16.854775807')", "2262")]
    [InlineData("year(TIMESTAMP '1677-09-21 00:12:44')", "1677")]
    [InlineData("year(CAST(NULL AS timestamp))", null)]
    [InlineData("hour(CAST(NULL AS time))", null)]
    public Task Has_the_value(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("extract(second FROM interval '65' second)", "5")]
    [InlineData("extract(minute FROM interval '247' second)", "4")]
    [InlineData("extract(hour FROM interval '27' hour)", "3")]
    [InlineData("extract(day FROM interval '55' hour)", "2")]
    [InlineData("extract(month FROM interval '15' month)", "3")]
    [InlineData("extract(year FROM interval '29' month)", "2")]
    [InlineData("day_of_month(55h)", "2")]
    [InlineData("millisecond(1234567891ns)", "234")]
    [InlineData("nanosecond(1234567891ns)", "234567891")]
    public Task Intervals_have_parts(string expression, string expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("quarter(1d)", "Unexpected parameters (interval day to second) for function quarter")]
    [InlineData("hour(1y)", "Unexpected parameters (interval year to month) for function hour")]
    [InlineData("year(current_time)", "Unexpected parameters (time) for function year")]
    public Task Refuses(string expression, string message) => ExpectErrorAsync(expression, message);
}
