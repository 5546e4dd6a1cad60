using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>GROUPING SETS, ROLLUP, CUBE and GROUPING.</summary>
public sealed class GroupingTests : TimestreamTest
{
    private const string Rows = "(VALUES ('x', 'p', 1), ('x', 'q', 2), ('y', 'p', 4)) AS t(a, b, n)";

    [Theory]
    [InlineData("GROUPING SETS ((a, b), (a), ())", "x|p|1;x|q|2;x||3;y|p|4;y||4;||7")]
    [InlineData("GROUPING SETS (a, b)", "x||3;y||4;|p|5;|q|2")]
    [InlineData("ROLLUP (a, b)", "x|p|1;x|q|2;x||3;y|p|4;y||4;||7")]
    [InlineData("CUBE (a, b)", "x|p|1;x|q|2;x||3;y|p|4;y||4;|p|5;|q|2;||7")]
    [InlineData("a, ROLLUP (b)", "x|p|1;x|q|2;x||3;y|p|4;y||4")]
    [InlineData("ROLLUP ((a, b))", "x|p|1;x|q|2;y|p|4;||7")]
    [InlineData("ALL CUBE (a), b, ROLLUP (b)", "x|p|1;x|p|1;x|q|2;x|q|2;y|p|4;y|p|4;|p|5;|p|5;|q|2;|q|2")]
    [InlineData("DISTINCT CUBE (a), b, ROLLUP (b)", "x|p|1;x|q|2;y|p|4;|p|5;|q|2")]
    [InlineData("GROUPING SETS (1, ())", "x||3;y||4;||7", "NULL")]
    [InlineData("(a, b)", "x|p|1;x|q|2;y|p|4")]
    public async Task Each_grouping_set_has_its_groups(string grouping, string expected, string second = "b") => Assert.Equal(
        expected, Joined(await RowsAsync($"SELECT a, {second}, sum(n) FROM {Rows} GROUP BY {grouping} ORDER BY 1, 2, 3")));

    [Fact]
    public async Task GROUPING_tells_which_columns_a_row_is_not_grouped_by()
    {
        Assert.Equal(
            "7|3|2;4|1|1;3|1|1;4|0|0",
            Joined(await RowsAsync(
                $"SELECT sum(n), grouping(a, upper(b)), grouping(a) + grouping(upper(b)) FROM {Rows} "
                    + "GROUP BY ROLLUP (a, upper(b)) HAVING sum(n) > 2 ORDER BY grouping(a, upper(b)) DESC, a DESC, sum(n)")));
    }

    [Theory]
    [InlineData("SELECT n FROM {0} GROUP BY CUBE (a, b)", "line 1:8: 'n' must be an aggregate expression")]
    [InlineData("SELECT grouping(n) FROM {0} GROUP BY a", "line 1:17: The arguments to GROUPING() must be")]
    [InlineData("SELECT 1 FROM {0} GROUP BY CUBE (a, b, n, 1, 1, 1, 1, 1, 1, 1, 1, 1)", "more than 2048 grouping sets")]
    [InlineData("SELECT a FROM {0} GROUP BY GROUPING SETS ((a)", "Expecting: ')'")]
    public async Task A_wrong_one_is_refused_by_place(string sql, string message)
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(
            () => QueryAsync(sql.Replace("{0}", Rows, StringComparison.Ordinal)));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static string Joined(IEnumerable<string?[]> rows) => string.Join(';', rows.Select(row => string.Join('|', row)));
}
