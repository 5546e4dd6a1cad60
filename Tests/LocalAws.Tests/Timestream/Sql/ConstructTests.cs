using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>Constructs of SELECT: subqueries, joins, set operations, windows, rows, names.</summary>
public sealed class ConstructTests : TimestreamTest
{
    private const string Rows = "(VALUES (1, 'a', 10), (2, 'a', 20), (3, 'b', 5), (4, 'b', NULL)) AS t(k, g, n)";

    [Theory]
    [InlineData("SELECT k FROM {0} WHERE n = (SELECT max(v) FROM (SELECT g AS h, n AS v FROM {0}) WHERE h = t.g) ORDER BY k", "2;3")]
    [InlineData("SELECT k FROM {0} WHERE EXISTS (SELECT 1 FROM (VALUES 1, 4) u(z) WHERE z = t.k) ORDER BY k", "1;4")]
    [InlineData("SELECT k, k IN (SELECT n / 10 FROM {0}) FROM {0} WHERE k < 4 ORDER BY k", "1|true;2|true;3|")]
    [InlineData("SELECT k FROM {0} WHERE k NOT IN (SELECT z FROM (VALUES 1, 2, 3) AS u(z))", "4")]
    [InlineData("SELECT k FROM {0} WHERE n >= ALL (SELECT v FROM (SELECT g AS h, n AS v FROM {0}) WHERE h = t.g AND v IS NOT NULL) ORDER BY k", "2;3")]
    [InlineData("SELECT k FROM {0} WHERE n > SOME (VALUES 7, 15) ORDER BY k", "1;2")]
    [InlineData("SELECT k FROM {0} WHERE k <> ANY (VALUES 1) AND k = ANY (SELECT 2)", "2")]
    [InlineData("SELECT g, (SELECT count(*) FROM (SELECT * FROM {0}) AS u WHERE u.g = t.g AND u.n > 5) FROM {0} GROUP BY g ORDER BY g", "a|2;b|0")]
    [InlineData("SELECT ((SELECT 1 WHERE false) UNION SELECT 2), k IN ((SELECT 1) UNION SELECT 9) FROM {0} ORDER BY k LIMIT 1", "2|true")]
    [InlineData("SELECT (SELECT max(substr(upper(s || t.g), z)) FROM (VALUES ('x', 2)) u(s, z) WHERE z > t.k) FROM {0} ORDER BY k LIMIT 1", "A")]
    [InlineData("SELECT (SELECT max(substr(upper(s), z)) FROM (VALUES ('xy', 2)) u(s, z) WHERE z > t.k) FROM {0} ORDER BY k LIMIT 1", "Y")]
    [InlineData("SELECT (SELECT max(substr(upper(t.g), z)) FROM (VALUES ('xy', 1)) u(s, z)) FROM {0} ORDER BY k LIMIT 1", "A")]
    [InlineData("SELECT * FROM ((SELECT 1) UNION ALL (SELECT 2)) ORDER BY 1", "1;2")]
    [InlineData("SELECT * FROM (((SELECT 1)))", "1")]
    [InlineData("SELECT * FROM (VALUES (('a', 1)), (('b', 2))) AS t(c1, c2)", "a|1;b|2")]
    [InlineData("SELECT k, m FROM {0} CROSS JOIN LATERAL (SELECT max(z) AS m FROM (VALUES 1, 2, 9) u(z) WHERE z <= t.k) ORDER BY 1", "1|1;2|2;3|2;4|2")]
    [InlineData("SELECT (SELECT x FROM (SELECT t.k + 1 AS x)) FROM {0} ORDER BY 1 LIMIT 1", "2")]
    public async Task Subqueries_stand_where_values_and_conditions_do(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT * FROM (VALUES (1, 'a')) l(k, x) JOIN (VALUES (1, 'b')) r(k, y) USING (k)", "1|a|b")]
    [InlineData("SELECT k, x, y FROM (VALUES (1, 'a')) l(k, x) FULL JOIN (VALUES (2, 'b')) r(k, y) USING (k) ORDER BY k", "1|a|;2||b")]
    [InlineData("SELECT l.x, r.x FROM (VALUES 1, 2) l(x) LEFT JOIN (VALUES 2, 3) r(x) ON l.x = r.x ORDER BY 1", "1|;2|2")]
    [InlineData("SELECT l.x, r.x FROM (VALUES 1, 2) l(x) RIGHT OUTER JOIN (VALUES 2, 3) r(x) ON l.x = r.x ORDER BY 2", "2|2;|3")]
    [InlineData("SELECT a.x, b.x, c.x FROM (VALUES 1) a(x), (VALUES 2) b(x) CROSS JOIN (VALUES 3) c(x)", "1|2|3")]
    [InlineData("SELECT a.x FROM (VALUES 1, 2) a(x) JOIN ((VALUES 2) b(x) JOIN (VALUES 2) c(x) ON b.x = c.x) ON a.x = b.x", "2")]
    public async Task Joins_have_the_columns_of_both_sides(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT 1 UNION SELECT 2 INTERSECT SELECT 2 ORDER BY 1", "1;2")]
    [InlineData("SELECT 1 UNION ALL SELECT 1 EXCEPT SELECT 2", "1")]
    [InlineData("(SELECT 1 UNION SELECT 2) INTERSECT SELECT 2", "2")]
    [InlineData("VALUES 1, 1, 2 EXCEPT ALL VALUES 1 ORDER BY 1", "1;2")]
    [InlineData("SELECT x FROM (VALUES 1, 1, 2) t(x) INTERSECT ALL VALUES 1, 1, 1", "1;1")]
    [InlineData("(SELECT 3 AS x ORDER BY 1 LIMIT 1) UNION ALL (SELECT 1 LIMIT 1) ORDER BY x DESC OFFSET 1 ROW LIMIT ALL", "1")]
    [InlineData("SELECT 1 UNION ALL SELECT 2.5 ORDER BY 1", "1.0;2.5")]
    [InlineData("VALUES (1, 'a'), (2, NULL)", "1|a;2|")]
    public async Task Set_operations_bind_by_strength(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT k FROM {0} ORDER BY k OFFSET 1 ROWS FETCH FIRST 2 ROWS ONLY", "2;3")]
    [InlineData("SELECT k FROM {0} ORDER BY k FETCH NEXT ROW ONLY", "1")]
    [InlineData("SELECT k AS n FROM {0} ORDER BY n DESC LIMIT 1", "4")]
    [InlineData("SELECT g, sum(n) AS s FROM {0} GROUP BY 1 ORDER BY 2 DESC, max(k)", "a|30;b|5")]
    [InlineData("SELECT k FROM {0} ORDER BY n NULLS FIRST, k LIMIT 2", "4;3")]
    [InlineData("SELECT DISTINCT g FROM {0} ORDER BY g DESC", "b;a")]
    [InlineData("SELECT k + 1 AS m FROM {0} ORDER BY -m LIMIT 1", "5")]
    public async Task Results_are_sorted_and_limited(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT k, sum(n) OVER w, rank() OVER (w ORDER BY n) FROM {0} WINDOW w AS (PARTITION BY g) ORDER BY k", "1|30|1;2|30|2;3|5|1;4|5|2")]
    [InlineData("SELECT k, sum(k) OVER v FROM {0} WINDOW w AS (PARTITION BY g), v AS (w ORDER BY k) ORDER BY sum(k) OVER v, k", "1|1;2|3;3|3;4|7")]
    [InlineData("SELECT sum(k) OVER (ORDER BY k ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM {0} ORDER BY k", "3;6;9;7")]
    [InlineData("SELECT sum(k) OVER (ORDER BY g GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM {0} ORDER BY k", "3;3;10;10")]
    [InlineData("SELECT count(*) OVER (ORDER BY k RANGE BETWEEN 1.5 PRECEDING AND CURRENT ROW) FROM {0} ORDER BY k", "1;2;2;2")]
    [InlineData("SELECT count(*) OVER (ORDER BY timestamp '2026-03-01 00:00:00' + k * 1m RANGE 2m PRECEDING) FROM {0} ORDER BY k", "1;2;3;3")]
    [InlineData("SELECT count(*) OVER (ORDER BY date '2026-03-01' + k * 1d RANGE INTERVAL '1' DAY PRECEDING) FROM {0} ORDER BY k", "1;2;2;2")]
    [InlineData("SELECT sum(k) OVER (ORDER BY k ROWS BETWEEN k - 1 PRECEDING AND CURRENT ROW) FROM {0} ORDER BY k", "1;3;6;10")]
    [InlineData("SELECT g, sum(sum(n)) OVER (ORDER BY g) FROM {0} GROUP BY g ORDER BY g", "a|30;b|35")]
    [InlineData("SELECT window, over, rows FROM (SELECT 1 AS window, 2 AS over, 3 AS rows)", "1|2|3")]
    public async Task Windows_have_names_and_frames(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT r.a, r.b.c FROM (SELECT CAST(row(1, row('x')) AS row(a bigint, b row(c varchar))) AS r)", "1|x")]
    [InlineData("SELECT R.A FROM (SELECT CAST(row(1) AS row(a bigint)) AS r)", "1")]
    [InlineData("SELECT a[2].n FROM (SELECT CAST(ARRAY[row(1), row(2)] AS array(row(n bigint))) AS a)", "2")]
    [InlineData("SELECT (CAST(row(7) AS row(n integer))).n + 1", "8")]
    [InlineData("SELECT ARRAY[1, 2] = ARRAY[1, 2], row(1, 'a') <> row(1, 'b'), ARRAY[NULL] IS NOT DISTINCT FROM ARRAY[NULL]", "true|true|true")]
    [InlineData("SELECT CAST(NULL AS array(bigint)) = ARRAY[1], (1, 2) IN ((3, 4), (1, 2))", "|true")]
    [InlineData("SELECT ARRAY[row(1, NULL), row(NULL, 'b')]", "[(1, ), (, b)]")]
    [InlineData("SELECT \"sum\"(x) FROM (VALUES 1, 2) AS \"T \"\"t\"(\"X\") WHERE \"T \"\"t\".x > 0", "3")]
    [InlineData("SELECT /* a ' \" -- */ 1 -- it's \n + 1", "2")]
    [InlineData("SELECT 'a%b' LIKE 'a!%b' ESCAPE '!', 'axb' LIKE 'a!%b' ESCAPE '!', 'a\\b' LIKE 'a\\b'", "true|false|true")]
    [InlineData("SELECT DOUBLE '1.5', BIGINT '7', BOOLEAN 'true', VARCHAR 'x'", "1.5|7|true|x")]
    public async Task Names_fields_and_literals_are_read(string sql, string expected) => await ExpectAsync(sql, expected);

    [Theory]
    [InlineData("SELECT k AS x, n AS x FROM {0} ORDER BY x", "line 1:116: Column 'x' is ambiguous")]
    [InlineData("SELECT g, (SELECT max(z) FROM (VALUES 1) u(z) WHERE z < t.k) FROM {0} GROUP BY g", "'t.k' must be an aggregate")]
    [InlineData("SELECT sum(k) OVER w FROM {0}", "line 1:20: Cannot resolve WINDOW name w")]
    [InlineData("SELECT sum(k) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM {0}", "line 1:21: Window frame starting from CURRENT ROW")]
    [InlineData("SELECT sum(k) OVER (RANGE 1 PRECEDING) FROM {0}", "line 1:21: Window frame of type RANGE")]
    [InlineData("SELECT sum(k) OVER (ORDER BY g RANGE 1 PRECEDING) FROM {0}", "does not fit the sort key of type varchar")]
    [InlineData("SELECT sum(k) OVER (ORDER BY k ROWS 1.5 PRECEDING) FROM {0}", "offset must be a whole number")]
    [InlineData("SELECT k FROM {0} FETCH FIRST 1 ROW WITH TIES", "FETCH FIRST ... WITH TIES is not supported")]
    [InlineData("SELECT k FROM {0} TABLESAMPLE BERNOULLI (10)", "TABLESAMPLE is not supported")]
    [InlineData("SELECT * FROM {0} NATURAL JOIN {0}", "NATURAL JOIN is not supported")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1) SELECT * FROM r", "line 1:6: WITH RECURSIVE is not supported")]
    [InlineData("SELECT *\nFROM TABLE(f(1))", "line 2:6: A table function is not supported")]
    [InlineData("WITH q AS (SELECT 1), Q AS (SELECT 2) SELECT 1", "line 1:23: WITH query name 'Q' specified more than once")]
    [InlineData("SELECT 1 WHERE 1 = 1 AND 1h", "line 1:26: Right side of logical expression must evaluate to a boolean (actual: interval day to second)")]
    [InlineData("SELECT k FROM {0} WHERE k LIKE 'a'", "Left side of LIKE expression must evaluate to a varchar (actual: integer)")]
    [InlineData("SELECT * FROM net-example", "The query syntax is invalid at line 1:18")]
    [InlineData("SELECT (SELECT transform(ARRAY[t.k], x -> x + z)[1] FROM (VALUES 1) u(z)) FROM {0}", "join that column to the subquery")]
    [InlineData("SELECT where(1)", "line 1:8: mismatched input 'where'")]
    [InlineData("SELECT `a`", "line 1:8: mismatched input '`'")]
    public async Task What_is_wrong_or_absent_is_named_with_its_place(string sql, string message)
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(Whole(sql)));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT (SELECT z FROM (VALUES 1, 2) AS u(z))")]
    [InlineData("SELECT sum(k) OVER (ORDER BY k ROWS BETWEEN k - 2 PRECEDING AND CURRENT ROW) FROM {0}")]
    public async Task What_fails_on_its_data_is_an_execution_error(string sql) =>
        await Assert.ThrowsAsync<QueryExecutionException>(() => QueryAsync(Whole(sql)));

    private static string Whole(string sql) => sql.Replace("{0}", Rows, StringComparison.Ordinal);

    private async Task ExpectAsync(string sql, string expected) => Assert.Equal(
        expected, string.Join(';', (await RowsAsync(Whole(sql))).Select(row => string.Join('|', row))));
}
