using CsCheck;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

public sealed class SqlParserTests
{
    private static readonly string[] Queries =
    [
        "SELECT DISTINCT a.x, \"y\"\"z\" AS q FROM \"db\".\"t\" AS a LEFT JOIN b ON a.x = b.x WHERE time BETWEEN ago(15m) AND now()",
        "SELECT BIN(time, 5m), CASE WHEN x IS NULL THEN 1 ELSE 2 END FROM d.t GROUP BY BIN(time, 5m) HAVING count(*) > 1",
        "WITH q AS (SELECT 1) SELECT sum(x) OVER (PARTITION BY y ORDER BY z ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM q",
        "SHOW MEASURES FROM \"db\".\"t\" LIKE 'a%'",
    ];

    [Theory]
    [InlineData("a OR b AND c", "OR")]
    [InlineData("NOT a = b AND c", "AND")]
    [InlineData("a + b * c", "+")]
    [InlineData("a - b - c", "-")]
    [InlineData("a || b + c", "||")]
    [InlineData("a = b + c", "=")]
    public void Operators_bind_by_strength_and_from_the_left(string expression, string outermost)
    {
        var binary = Assert.IsType<BinaryExpression>(ParseExpression(expression));

        Assert.Equal(outermost, binary.Operator);
    }

    [Fact]
    public void A_difference_of_three_is_taken_from_the_left()
    {
        var outer = Assert.IsType<BinaryExpression>(ParseExpression("a - b - c"));

        Assert.IsType<BinaryExpression>(outer.Left);
        Assert.IsType<NameReference>(outer.Right);
    }

    [Fact]
    public void A_measure_column_is_one_name()
    {
        Assert.Equal(["measure_value::double"], Assert.IsType<NameReference>(ParseExpression("measure_value::double")).Parts);
        Assert.Equal(
            ["t", "measure_value::double"], Assert.IsType<NameReference>(ParseExpression("t.measure_value::double")).Parts);
        Assert.Equal(
            ["measure_value::double"], Assert.IsType<NameReference>(ParseExpression("\"measure_value::double\"")).Parts);
    }

    [Theory]
    [InlineData("15m", 15, "m")]
    [InlineData("100ms", 100, "ms")]
    [InlineData("1d", 1, "d")]
    [InlineData("INTERVAL '2' DAY", 2, "day")]
    [InlineData("INTERVAL -'2' hour", -2, "hour")]
    public void Intervals_have_a_short_and_a_long_form(string text, long amount, string unit)
    {
        var interval = Assert.IsType<IntervalLiteral>(ParseExpression(text));

        Assert.Equal((amount, unit), (interval.Amount, interval.Unit));
    }

    [Fact]
    public void Quotes_inside_text_and_names_are_doubled()
    {
        Assert.Equal("it's", Assert.IsType<Literal>(ParseExpression("'it''s'")).Text);
        Assert.Equal(["a\"b"], Assert.IsType<NameReference>(ParseExpression("\"a\"\"b\"")).Parts);
    }

    [Fact]
    public void Nesting_has_a_limit() =>
        Assert.Throws<AwsException>(() => SqlParser.Parse($"SELECT {new string('(', 100_000)}1{new string(')', 100_000)}"));

    /// <summary>Whatever is done to a query, the parser answers with a tree or with a validation error.</summary>
    [Fact]
    public void Mutated_queries_parse_or_fail_cleanly() =>
        Gen.Select(Gen.Int[0, Queries.Length - 1], Gen.Int[0, 200], Gen.Int[0, 20], Gen.String[Gen.Char[" '\"()*,.;:-+/%=<>@0a_\n"], 0, 5])
            .Sample((which, at, length, inserted) =>
            {
                var query = Queries[which];
                at = Math.Min(at, query.Length);
                length = Math.Min(length, query.Length - at);
                try
                {
                    return SqlParser.Parse(query[..at] + inserted + query[(at + length)..]) is not null;
                }
                catch (AwsException exception)
                {
                    return exception.Code == "ValidationException";
                }
            });

    private static Expression ParseExpression(string text)
    {
        var statement = Assert.IsType<QueryStatement>(SqlParser.Parse($"SELECT {text}"));
        return Assert.Single(Assert.IsType<SelectBody>(statement.Query.Body).Items).Expression!;
    }
}
