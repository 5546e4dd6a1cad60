using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>UNNEST of arrays, rows and time series.</summary>
public sealed class UnnestTests : TimestreamTest
{
    private const string Rows = "(VALUES (1, ARRAY[10, 20]), (2, ARRAY[]), (3, NULL), (4, ARRAY[40])) AS t(k, a)";

    [Theory]
    [InlineData("SELECT k, x FROM {0} CROSS JOIN UNNEST(a) AS u(x) ORDER BY 1, 2", "1|10;1|20;4|40")]
    [InlineData("SELECT k, x FROM {0}, UNNEST(t.a) u(x) WHERE x > k * 10 ORDER BY k, x", "1|20")]
    [InlineData("SELECT k, x FROM {0} LEFT JOIN UNNEST(a) AS u(x) ON TRUE ORDER BY 1, 2", "1|10;1|20;2|;3|;4|40")]
    [InlineData(
        "SELECT k, x, n FROM {0} LEFT JOIN UNNEST(a) WITH ORDINALITY AS u(x, n) ON TRUE ORDER BY 1, 2",
        "1|10|1;1|20|2;2||;3||;4|40|1")]
    [InlineData("SELECT x, n FROM UNNEST(ARRAY['a', 'b']) WITH ORDINALITY AS u(x, n)", "a|1;b|2")]
    [InlineData("SELECT * FROM UNNEST(ARRAY[1, 2, 3], ARRAY['a']) WITH ORDINALITY", "1|a|1;2||2;3||3")]
    [InlineData("SELECT * FROM {0} CROSS JOIN UNNEST(a, ARRAY[7]) AS u(x, y) WHERE k = 1", "1|[10, 20]|10|7;1|[10, 20]|20|")]
    [InlineData("SELECT n, s FROM UNNEST(ARRAY[row(1, 'a'), NULL, row(2, NULL)]) AS u(n, s)", "1|a;|;2|")]
    [InlineData("SELECT n FROM UNNEST(CAST(ARRAY[row(1, 'a')] AS array(row(n bigint, s varchar))))", "1")]
    [InlineData("SELECT k, (SELECT sum(x) FROM UNNEST(t.a) AS u(x)) FROM {0} ORDER BY k", "1|30;2|;3|;4|40")]
    [InlineData("SELECT k, x, y FROM {0} CROSS JOIN UNNEST(a) u(x) CROSS JOIN UNNEST(ARRAY[x, k]) v(y) WHERE k = 4", "4|40|40;4|40|4")]
    [InlineData("SELECT k, v FROM {0} CROSS JOIN UNNEST(a) u(x) JOIN (VALUES (20, 'b')) AS s(x, v) ON s.x = u.x", "1|b")]
    [InlineData("SELECT k, sum(x) FROM {0} CROSS JOIN UNNEST(a) AS u(x) GROUP BY k ORDER BY k", "1|30;4|40")]
    [InlineData("SELECT t.* FROM {0} CROSS JOIN UNNEST(a) AS u(x) WHERE k = 4", "4|[40]")]
    public async Task Elements_become_rows(string sql, string expected) =>
        Assert.Equal(expected, Joined(await RowsAsync(sql.Replace("{0}", Rows, StringComparison.Ordinal))));

    [Fact]
    public async Task A_time_series_has_the_columns_time_and_value()
    {
        await CreateTableAsync();
        await WriteAsync(
            Reading(value: "1.5"), Reading(value: "2.5", time: Now.AddMinutes(-1)), Reading("b", value: "3.5"));
        const string Series = $"SELECT DeviceID, create_time_series(time, measure_value::double) AS s FROM {FullName} GROUP BY DeviceID";

        Assert.Equal(
            "a|2026-03-01 11:59:00.000000000|2.5;a|2026-03-01 12:00:00.000000000|1.5;b|2026-03-01 12:00:00.000000000|3.5",
            Joined(await RowsAsync($"SELECT DeviceID, t, v FROM ({Series}) CROSS JOIN UNNEST(s) AS p(t, v) ORDER BY 1, 2")));
        Assert.Equal(
            "2.5;3.5", Joined(await RowsAsync($"SELECT value FROM ({Series}) CROSS JOIN UNNEST(s) WHERE value > 2 ORDER BY 1")));
    }

    [Theory]
    [InlineData("SELECT * FROM UNNEST(1)", "line 1:22: Cannot unnest type: integer")]
    [InlineData("SELECT * FROM UNNEST(ARRAY[1]) AS u(a, b)", "Column alias list has 2 entries but 'u' has 1 columns available")]
    [InlineData("SELECT 1 FROM (VALUES 1) t(x) RIGHT JOIN UNNEST(ARRAY[1]) u(y) ON TRUE", "line 1:31: JOIN involving UNNEST")]
    [InlineData("SELECT 1 FROM (VALUES 1) t(x) JOIN UNNEST(ARRAY[1]) u(y) ON x = y", "line 1:31: JOIN involving UNNEST")]
    [InlineData("SELECT 1 FROM UNNEST(a) u(y) CROSS JOIN (VALUES 1) t(a)", "line 1:22: Column 'a' does not exist")]
    public async Task A_wrong_one_is_refused_by_place(string sql, string message)
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(sql));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private static string Joined(IEnumerable<string?[]> rows) => string.Join(';', rows.Select(row => string.Join('|', row)));
}
