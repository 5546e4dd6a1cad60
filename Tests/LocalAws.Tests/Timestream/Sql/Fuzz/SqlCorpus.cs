namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Fuzz;

/// <summary>Valid queries that together use every construct, on the table of <see cref="SqlFuzzTests"/>.</summary>
internal static class SqlCorpus
{
    private const string Table = "\"TimestreamDB\".\"TimestreamTable\"";
    private const string Inline = "(VALUES (1, 'a', ARRAY[1, 2]), (2, NULL, NULL), (3, 'c', ARRAY[])) AS t(k, s, a)";
    private const string Series =
        $"(SELECT DeviceID, create_time_series(time, measure_value::double) AS ts FROM {Table} GROUP BY DeviceID) AS q";

    public static readonly string[] Queries =
    [
        $"SELECT * FROM {Table} WHERE time BETWEEN ago(15m) AND now() + INTERVAL '1' DAY ORDER BY time DESC LIMIT 10",
        $"SELECT DeviceID, BIN(time, 5m) AS b, AVG(measure_value::double), count(*) FROM {Table} WHERE measure_name = 'temperature' "
            + "GROUP BY DeviceID, BIN(time, 5m) HAVING count(*) > 0 ORDER BY b, 1 NULLS FIRST",
        $"SELECT DISTINCT x.DeviceID, x.\"measure_value::double\" AS \"a\"\"b\" FROM {Table} AS x LEFT JOIN {Table} AS y ON x.DeviceID = y.DeviceID AND x.time < y.time",
        $"WITH m AS (SELECT max(time) AS t FROM {Table}), n (c) AS (SELECT count(DISTINCT DeviceID) FROM {Table}) SELECT * FROM m CROSS JOIN n",
        $"SELECT k, CASE WHEN s IS NULL THEN -1 WHEN k > 2 THEN k * 2.5 ELSE k / 1 END, CASE k WHEN 1 THEN 'x' END FROM {Inline}",
        $"SELECT k, sum(k) OVER (PARTITION BY s ORDER BY k ROWS BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING), lag(k, 1, 0) IGNORE NULLS OVER w FROM {Inline} WINDOW w AS (ORDER BY k DESC)",
        $"SELECT count(*) OVER (ORDER BY time RANGE BETWEEN 10m PRECEDING AND CURRENT ROW) FROM {Table}",
        $"SELECT k, e, o FROM {Inline} LEFT JOIN UNNEST(a, ARRAY['x']) WITH ORDINALITY AS u(e, f, o) ON TRUE WHERE e IS DISTINCT FROM 2",
        $"SELECT DeviceID, p, v FROM {Series} CROSS JOIN UNNEST(ts) AS u(p, v) WHERE v > 0.5",
        $"SELECT DeviceID, interpolate_linear(ts, sequence(ago(1m), now(), 10s)), cardinality(ts) FROM {Series}",
        $"SELECT s, k, sum(k), grouping(s, k) FROM {Inline} GROUP BY GROUPING SETS ((s, k), s, ())",
        $"SELECT s, k, min(k) FROM {Inline} GROUP BY DISTINCT ROLLUP (s), CUBE (k, 1)",
        $"SELECT k FROM {Inline} WHERE k IN (SELECT k + 1 FROM {Inline}) OR k > ALL (VALUES 1, 2) OR EXISTS (SELECT 1 FROM {Inline} WHERE k < 0)",
        $"SELECT (SELECT max(z) FROM (VALUES 1, 2) AS u(z) WHERE z <= t.k) FROM {Inline} ORDER BY 1 DESC",
        $"SELECT transform(filter(a, x -> x > 1), x -> x * k), reduce(a, 0, (s, x) -> s + x, s -> s) FROM {Inline}",
        $"SELECT TRY(k / (k - 1)), TRY(CAST(s AS bigint)), TRY_CAST(s AS double), TRY(sum(k) OVER () / 0) FROM {Inline}",
        "SELECT CAST(ROW(1, 'x') AS ROW(a bigint, b varchar)).b, ARRAY[ROW(1, NULL)][1], CAST(ARRAY['1'] AS array(double))",
        "(SELECT 1 UNION ALL SELECT 2.5) INTERSECT (VALUES 1, 2) EXCEPT ALL SELECT NULL ORDER BY 1 OFFSET 1 ROW FETCH FIRST 2 ROWS ONLY",
        "SELECT * FROM (VALUES (1, 'a')) l(k, x) FULL OUTER JOIN (VALUES (1, 'b')) r(k, y) USING (k) CROSS JOIN LATERAL (SELECT k + 1 AS z)",
        "SELECT timestamp '2026-03-01 12:00:00.000000001' + 1d - 2h, date '2026-02-28' + INTERVAL '1' MONTH, date_trunc('hour', now())",
        "SELECT date_add('day', 1, now()), date_diff('hour', ago(1d), now()), extract(day FROM now()), year(now()), from_milliseconds(1)",
        "SELECT concat('a', 'b') || 'c', upper('ß'), substr('abc', -2, 1), split('a,b', ','), 'a%b' LIKE 'a!%b' ESCAPE '!', length(' x ')",
        "SELECT regexp_like('abc', 'a.c'), regexp_replace('a1b2', '\\d', '#'), strpos('abc', 'b'), position('b' IN 'abc')",
        "SELECT round(2.5), power(2, 10), -7 % 3, +1 - -2, abs(-1), greatest(1, 2, NULL), coalesce(NULL, 1), nullif(1, 1), if(true, 1, 2)",
        "SELECT NOT (1 = 1 AND 2 <> 3 OR 4 BETWEEN 1 AND 5), 1 IN (1, 2, NULL), 'a' NOT IN ('b'), NULL IS NOT NULL, 1 IS NOT DISTINCT FROM NULL",
        "SELECT approx_percentile(x, ARRAY[0.1, 0.9]), max_by(x, y), array_agg(x ORDER BY y DESC), count(*) FILTER (WHERE x > 1), stddev(x) FROM (VALUES (1.0, 1), (2.0, 2)) t(x, y)",
        "SELECT /* comment */ 1e3, .5, 9223372036854775807, -- another\n 'it''s', \"x\" FROM (SELECT 1 AS x)",
        $"SHOW MEASURES FROM {Table} LIKE 'temp%'",
        "SHOW TABLES FROM \"TimestreamDB\" LIKE '%'",
        $"DESCRIBE {Table}",
    ];
}
