namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Scalar functions over rows of which some are NULL, and inside one another.</summary>
public sealed class ScalarFunctionRowsTests(GoldenHost host) : GoldenTest(host)
{
    [Fact]
    public Task Each_row_has_its_own_value_or_null() => ExpectRowsAsync(
        """
        SELECT cast(d as varchar), reverse(t), regexp_extract(t, '[a-z]+'), split(t, '-', 2), to_base(cast(d as bigint), 2),
            cast(t as bigint)
        FROM (VALUES (2.0, '1'), (null, '22'), (4.0, null)) AS v(d, t) ORDER BY d
        """,
        ["2.0", "1", null, "[1]", "10", "1"],
        ["4.0", null, null, null, "100", null],
        [null, "22", null, "[22]", null, "22"]);

    [Fact]
    public async Task Many_rows_are_computed_by_several_calls()
    {
        const string Sql =
            "SELECT count(*), count_if(regexp_like(cast(x as varchar), '^(\\d)\\1$')), sum(length(reverse(cast(x as varchar)))) "
            + "FROM UNNEST(sequence(0, 9999)) AS t(x)";

        await ExpectRowsAsync(Sql, ["10000", "9", "38890"]);
    }

    [Theory]
    [InlineData("substr(", "x", ", 1, 5)", "abc")]
    [InlineData("lpad(", "x", ", 4, '-')", "-abc")]
    [InlineData("regexp_replace(", "x", ", 'q')", "abc")]
    [InlineData("coalesce(nullif(", "x", ", 'q'), 'z')", "abc")]
    public Task Functions_inside_one_another_make_no_query_too_large(
        string before, string inner, string after, string expected) => ExpectRowsAsync(
        $"SELECT {Repeat(before, 20)}{inner}{Repeat(after, 20)} FROM (VALUES 'abc') AS t(x)", [expected]);

    [Fact]
    public Task Chains_of_divisions_make_no_query_too_large() => ExpectRowsAsync(
        $"SELECT x{Repeat(" / 2 % 1000", 20)} FROM (VALUES 999) AS t(x)", ["0"]);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
