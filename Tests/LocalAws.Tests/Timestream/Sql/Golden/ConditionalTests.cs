namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Conditional expressions".</summary>
public sealed class ConditionalTests(GoldenHost host) : GoldenTest(host)
{
    [Theory]
    [InlineData("if(true, 'example 1')", "example 1")]
    [InlineData("if(false, 'example 2')", null)]
    [InlineData("if(true, 'example 3 true', 'example 3 false')", "example 3 true")]
    [InlineData("if(false, 'example 4 true', 'example 4 false')", "example 4 false")]
    [InlineData("if(null, 1, 2)", "2")]
    [InlineData("case 2 when 1 then 'a' when 2 then 'b' end", "b")]
    [InlineData("case 3 when 1 then 'a' end", null)]
    [InlineData("case 3 when 1 then 'a' else 'z' end", "z")]
    [InlineData("case null when null then 'a' else 'z' end", "z")]
    [InlineData("case when 1 > 2 then 'a' when 2 > 1 then 'b' end", "b")]
    [InlineData("case when null then 'a' else 'z' end", "z")]
    [InlineData("case when true then 1 else 2.5 end", "1.0")]
    [InlineData("coalesce(null, null, 3)", "3")]
    [InlineData("coalesce(1, 2)", "1")]
    [InlineData("coalesce(null, 1.5)", "1.5")]
    [InlineData("coalesce(null, null)", null)]
    [InlineData("nullif(1, 1)", null)]
    [InlineData("nullif(1, 2)", "1")]
    [InlineData("nullif(null, 1)", null)]
    [InlineData("nullif(1, null)", "1")]
    public Task Has_the_documented_value(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("if(true, 1, 1 / 0)", "1")]
    [InlineData("if(false, 1 / 0)", null)]
    [InlineData("case when true then 1 else 1 / 0 end", "1")]
    [InlineData("coalesce(1, 1 / 0)", "1")]
    [InlineData("case when 1 = 2 then cast('x' as bigint) else 3 end", "3")]
    public Task Only_the_branch_that_is_taken_is_evaluated(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("try(1 / 0)", null)]
    [InlineData("try(10 / 2)", "5")]
    [InlineData("try(5 % 0)", null)]
    [InlineData("try(cast('x' as bigint))", null)]
    [InlineData("try(2147483647 + 1)", null)]
    [InlineData("try(abs(-9223372036854775808))", null)]
    [InlineData("try(chr(-1))", null)]
    [InlineData("try(split_part('a', ',', 0))", null)]
    [InlineData("try(from_base('x', 10))", null)]
    [InlineData("try(bit_count(19, 2))", null)]
    [InlineData("try(regexp_extract('a', '(a)', 2))", null)]
    [InlineData("try(cast(concat('x', 'y') as date))", null)]
    [InlineData("coalesce(try(1 / 0), 7)", "7")]
    [InlineData("try(coalesce(1 / 0, 5))", null)]
    [InlineData("try(try(1 / 0) is null)", "true")]
    [InlineData("try(null)", null)]
    [InlineData("try(array[1, 2][2] / 0)", null)]
    [InlineData("try(random(5)) between 0 and 4", "true")]
    [InlineData("try(random() / 2) < 1", "true")]
    [InlineData("try((select 0) / 0)", null)]
    [InlineData("try(1 / (select max(x) from (values 0) as t(x)))", null)]
    [InlineData("try(exists (select 1))", "true")]
    [InlineData("transform(array[0, 2], x -> try(4 / x))", "[, 2]")]
    public Task Try_is_null_where_its_operand_fails(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("if(1, 2)", "line 1:8: Unexpected parameters (integer, integer) for function if")]
    [InlineData("coalesce(1, 'a')", "line 1:8: Unexpected parameters (integer, varchar) for function coalesce")]
    [InlineData("case when 1 then 2 end", "must evaluate to a boolean")]
    [InlineData("case when true then 1 else 'a' end", "line 1:8: All CASE results must be the same type: integer, varchar")]
    [InlineData("try(1, 2)", "line 1:13: mismatched input")]
    [InlineData("coalesce(1)", "Unexpected parameters (integer) for function coalesce")]
    public Task Refuses_operands_of_other_types(string expression, string message) => ExpectErrorAsync(expression, message);

    [Fact]
    public Task Try_holds_aggregates_windows_and_grouped_columns() => ExpectRowsAsync(
        """
        SELECT k % 2, try(sum(x) / min(y)), try(k % 2 / (count(*) - 2)), coalesce(try(sum(x) / 0), -1),
            try(rank() over (order by k % 2) / (k % 2))
        FROM (VALUES (1, 10, 5), (3, 20, 5), (2, 7, 0)) AS t(k, x, y) GROUP BY k % 2 ORDER BY try(k % 2 / 1)
        """,
        ["0", null, "0", "-1", null],
        ["1", "6", null, "-1", "2"]);

    [Fact]
    public Task A_condition_before_guards_one_that_could_fail() => ExpectRowsAsync(
        "SELECT count(*) FROM UNNEST(sequence(0, 9999)) AS t(x) WHERE x % 5 <> 0 AND 10 / (x % 5) > 2",
        ["6000"]);

    [Fact]
    public Task Try_applies_to_each_row() => ExpectRowsAsync(
        "SELECT try(cast(x as bigint)), try(10 / length(x)) FROM (VALUES '1', 'x', '', null) AS t(x) ORDER BY x",
        [null, null],
        ["1", "10"],
        [null, "10"],
        [null, null]);

    [Fact]
    public Task Try_groups_and_is_aggregated() => ExpectRowsAsync(
        "SELECT try(4 / x), sum(try(6 / x)), count(*) FROM (VALUES 0, 1, 2, 0) AS t(x) GROUP BY try(4 / x) ORDER BY 1",
        ["2", "3", "1"],
        ["4", "6", "1"],
        [null, null, "2"]);
}
