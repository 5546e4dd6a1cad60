namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>TRY: NULL where an expression fails, for each row by itself.</summary>
public sealed class TryTests : TimestreamTest
{
    private const string Rows = "(VALUES (1, 0), (2, 1), (3, 2)) AS t(k, n)";

    [Theory]
    [InlineData("SELECT TRY(1 / 0)", "")]
    [InlineData("SELECT TRY(7 / 2), coalesce(TRY(7 % 0), 5)", "3|5")]
    [InlineData("SELECT k, TRY(6 / n) FROM {0} ORDER BY k", "1|;2|6;3|3")]
    [InlineData("SELECT k, TRY(6 / n + TRY(1 / (n - 1))) FROM {0} ORDER BY k", "1|;2|;3|4")]
    [InlineData("SELECT k, TRY(CAST('x' || CAST(n AS varchar) AS bigint)) FROM {0} ORDER BY k", "1|;2|;3|")]
    [InlineData("SELECT TRY(ARRAY[1, 2][3]), TRY(ARRAY[1, 2][2])", "|2")]
    [InlineData("SELECT TRY(sum(k) / sum(n - 1)), TRY(sum(k) / sum(n)) FROM {0}", "|2")]
    [InlineData("SELECT k, TRY(k / (row_number() OVER (ORDER BY k) - 1)) FROM {0} ORDER BY k", "1|;2|2;3|1")]
    [InlineData("SELECT k, TRY(k / (SELECT n FROM (VALUES 0) AS u(z) WHERE z < t.k)) FROM {0} ORDER BY k", "1|;2|2;3|1")]
    [InlineData("SELECT k, (SELECT sum(TRY(z / t.n)) FROM (VALUES 4, 6) AS u(z)) FROM {0} ORDER BY k", "1|;2|10;3|5")]
    [InlineData("SELECT TRY(k / n), count(*) FROM {0} GROUP BY TRY(k / n), k ORDER BY k", "|1;2|1;1|1")]
    [InlineData("SELECT k + TRY(max(n) / k) FROM {0} GROUP BY k ORDER BY 1", "1;2;3")]
    [InlineData("SELECT transform(ARRAY[0, 1, 2], x -> coalesce(TRY(4 / x), -1))", "[-1, 4, 2]")]
    [InlineData("SELECT k, TRY(transform(ARRAY[n, 1], x -> 4 / x)) FROM {0} ORDER BY k", "1|;2|[4, 4];3|[2, 4]")]
    [InlineData("SELECT TRY('error(' || CAST(1 / 0 AS varchar)), TRY(concat('error(''', ')'))", "|error(')")]
    public async Task What_fails_is_null(string sql, string expected)
    {
        var rows = await RowsAsync(sql.Replace("{0}", Rows, StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(';', rows.Select(row => string.Join('|', row))));
    }
}
