using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Timestream.Storage;
using QuerySessions = TelemetryAspire.LocalAws.Timestream.QuerySessions;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class QueryTests : TimestreamTest
{
    [Theory]
    [InlineData("SELECT 1", "1")]
    [InlineData("select 7/2", "3")]
    [InlineData("select -7/2", "-3")]
    [InlineData("select 7.0/2", "3.5")]
    [InlineData("select 1.0/0", "Infinity")]
    [InlineData("select -7 % 3", "-1")]
    [InlineData("select 'it''s' || '; DROP TABLE x; --'", "it's; DROP TABLE x; --")]
    [InlineData("select cast(2.5 as bigint)", "3")]
    [InlineData("select cast(1e10 as varchar)", "1.0E10")]
    [InlineData("select try_cast('2.5' as bigint)", null)]
    [InlineData("select now()", "2026-03-01 12:00:00.000000000")]
    [InlineData("select ago(15m)", "2026-03-01 11:45:00.000000000")]
    [InlineData("select ago(1month)", "2026-02-01 12:00:00.000000000")]
    [InlineData("select bin(timestamp '2026-03-01 12:07:59', 5m)", "2026-03-01 12:05:00.000000000")]
    [InlineData("select bin(timestamp '1969-12-31 23:59:59', 5m)", "1969-12-31 23:55:00.000000000")]
    [InlineData("select from_milliseconds(1609757175225)", "2021-01-04 10:46:15.225000000")]
    [InlineData("select to_milliseconds(timestamp '2021-01-04 10:46:15.2259')", "1609757175225")]
    [InlineData("select to_nanoseconds(from_nanoseconds(1609757175225000001))", "1609757175225000001")]
    [InlineData("select from_iso8601_timestamp('2021-01-04T10:46:15.225000001Z')", "2021-01-04 10:46:15.225000001")]
    [InlineData("select to_iso8601(from_nanoseconds(1))", "1970-01-01T00:00:00.000000001Z")]
    [InlineData("select date_trunc('week', timestamp '2026-03-01 12:00:00')", "2026-02-23 00:00:00.000000000")]
    [InlineData("select date_trunc('month', timestamp '2026-03-31 12:00:00.000000001')", "2026-03-01 00:00:00.000000000")]
    [InlineData("select date_trunc('hour', timestamp '2026-03-31 12:34:00.000000001')", "2026-03-31 12:00:00.000000000")]
    [InlineData("select date_add('month', 1, timestamp '2026-01-31 00:00:00.000000007')", "2026-02-28 00:00:00.000000007")]
    [InlineData("select date_add('ms', 1, timestamp '2026-01-31 00:00:00')", null, "not a valid Timestamp field")]
    [InlineData("select date_diff('day', date '2020-01-01', date '2021-01-01')", "366")]
    [InlineData("select date_diff('month', timestamp '2026-01-31 00:00:00', timestamp '2026-02-27 00:00:00')", "0")]
    [InlineData("select timestamp '2026-03-01 12:00:00' - timestamp '2026-02-28 00:00:00'", "1 12:00:00.000000000")]
    [InlineData("select 1y + interval '7' month", "1-7")]
    [InlineData("select date '2024-02-29' + 1y", "2025-02-28")]
    [InlineData("select year(date '2024-02-29') * 100 + month(timestamp '2024-02-29 23:59:59.999999999')", "202402")]
    [InlineData("select nanosecond(timestamp '2024-02-29 23:59:59.999999999')", "999999999")]
    [InlineData("select cast(timestamp '2024-02-29 23:59:59.999999999' as varchar)", "2024-02-29 23:59:59.999999999")]
    [InlineData("select array[1, 2.5]", "[1.0, 2.5]")]
    [InlineData("select row(1, 'a', null)", "(1, a, )")]
    [InlineData("select array[1,2,3][2]", "2")]
    [InlineData("select greatest(1, null)", null)]
    [InlineData("select substr('hello', -3, 2)", "ll")]
    [InlineData("select split_part('a,b', ',', 3)", null)]
    [InlineData("select coalesce(null, 5)", "5")]
    [InlineData("select case 2 when 1 then 'a' when 2 then 'b' end", "b")]
    [InlineData("select if(1 > 2, 'x')", null)]
    [InlineData("select 2 between 1 and 3 and 4 not in (1, 2) and 'abc' like 'a_c'", "true")]
    [InlineData("select 1 < 2 = true", "true")]
    [InlineData("select not true or true", "true")]
    [InlineData("select 2 + 3 * 4 - 1", "13")]
    [InlineData("select (select max(x) from (values 1, 3, 2) as t(x))", "3")]
    [InlineData("select 5 > all (select x from (values 1, 3) as t(x))", "true")]
    [InlineData("select exists (select 1 from (values 1) as t(x) where x = 2)", "false")]
    [InlineData("select sum(x) filter (where x > 1) from (values 1, 2, 3) as t(x)", "5")]
    [InlineData("select array_agg(x order by x desc) from (values 1, 2, 3) as t(x)", "[3, 2, 1]")]
    [InlineData("select -9223372036854775808", "-9223372036854775808")]
    [InlineData("select 1 -- comment\n", "1")]
    [InlineData("select /* comment\n */ 1;", "1")]
    public async Task An_expression_has_the_services_value_and_form(string sql, string? expected, string? error = null)
    {
        if (error is null)
        {
            Assert.Equal(expected, await ValueAsync(sql));
        }
        else
        {
            var thrown = await Assert.ThrowsAsync<ValidationException>(() => ValueAsync(sql));
            Assert.Contains(error, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("selec 1", "line 1:1: mismatched input 'selec'")]
    [InlineData("select 1 +", "line 1:11: mismatched input '<EOF>'")]
    [InlineData("select\n  foo", "line 2:3: Column 'foo' does not exist")]
    [InlineData("select foo(1)", "line 1:8: Function foo not registered")]
    [InlineData("select read_csv('/etc/passwd')", "line 1:8: Function read_csv not registered")]
    [InlineData("select * from 'file.csv'", "line 1:15: mismatched input")]
    [InlineData("select * from duckdb_settings", "line 1:15: Table 'duckdb_settings' must be named as database.table")]
    [InlineData("select * from absent.x", "Requested database 'absent' not found for identifier 'absent.x' at line 1:15")]
    [InlineData("select 1; drop table x", "line 1:11: mismatched input 'drop'")]
    [InlineData("pragma version", "line 1:1: mismatched input 'pragma'")]
    [InlineData("select 'a' + 1", "line 1:12: '+' cannot be applied to varchar, integer")]
    [InlineData("select 'a' = 1", "line 1:12: '=' cannot be applied to varchar, integer")]
    [InlineData("select lower(1)", "line 1:8: Unexpected parameters (integer) for function lower")]
    [InlineData("select x, count(*) from (values 1) as t(x)", "line 1:8: 'x' must be an aggregate expression or appear in GROUP BY clause")]
    [InlineData("select 1 from (values 1) as t(x) where count(*) > 1", "WHERE clause cannot contain aggregations")]
    [InlineData("select sum(count(*)) from (values 1) as t(x)", "Cannot nest aggregations")]
    [InlineData("select rank()", "line 1:8: Window function rank requires an OVER clause")]
    [InlineData("select 1 order by 2", "line 1:19: ORDER BY position 2 is not in select list")]
    [InlineData("select a.x from (values 1) as a(x) join (values 1) as b(x) on x = 1", "Column 'x' is ambiguous")]
    [InlineData("select 5m5", "line 1:8: Invalid interval literal '5m5'")]
    [InlineData("select cast(1 as uuid)", "line 1:18: Unknown type: uuid")]
    [InlineData("select 'open", "the closing quote is missing")]
    [InlineData("select @p", "line 1:8: The query parameter @p has no value")]
    public async Task A_mistake_is_reported_with_its_place(string sql, string message)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(sql));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select 5/0", "Division by zero")]
    [InlineData("select 5 % 0", "Division by zero")]
    [InlineData("select cast('x' as bigint)", "Cannot cast 'x' to BIGINT")]
    [InlineData("select array[1][2]", "Array subscript must be less than or equal to array length: 2 > 1")]
    [InlineData("select 2147483647 + 1", "integer addition overflow: 2147483647 + 1")]
    public async Task What_fails_while_running_is_a_query_execution_error(string sql, string message)
    {
        var error = await Assert.ThrowsAsync<QueryExecutionException>(() => QueryAsync(sql));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_carry_names_and_types()
    {
        var response = await QueryAsync(
            "select 1, 2147483648 as big, 1.5, 'a', true, now(), date '2026-01-01', time '01:02:03', 1h, 1y, null, array[1], row(1)");

        Assert.Equal("_col0", response.ColumnInfo[0].Name);
        Assert.Equal("big", response.ColumnInfo[1].Name);
        Assert.Equal(
            ["INTEGER", "BIGINT", "DOUBLE", "VARCHAR", "BOOLEAN", "TIMESTAMP", "DATE", "TIME", "INTERVAL_DAY_TO_SECOND",
                "INTERVAL_YEAR_TO_MONTH", "UNKNOWN"],
            response.ColumnInfo.Take(11).Select(column => column.Type.ScalarType.Value));
        Assert.Equal("INTEGER", response.ColumnInfo[11].Type.ArrayColumnInfo.Type.ScalarType.Value);
        Assert.Equal("INTEGER", response.ColumnInfo[12].Type.RowColumnInfo[0].Type.ScalarType.Value);
        Assert.Matches("^[a-zA-Z0-9]{1,64}$", response.QueryId);
        Assert.Equal(100, response.QueryStatus.ProgressPercentage);
    }

    [Fact]
    public async Task Joins_set_operations_and_windows_work_together()
    {
        var rows = await RowsAsync(
            """
            WITH a AS (SELECT * FROM (VALUES (1, 'x'), (2, 'y'), (3, 'z')) AS t(id, name)),
                 b(id, n) AS (VALUES (2, 20), (3, 30), (3, 31), (4, 40))
            SELECT coalesce(a.name, 'none'), b.n, row_number() OVER (PARTITION BY a.id ORDER BY b.n DESC) AS r
            FROM a FULL JOIN b ON a.id = b.id
            UNION ALL (SELECT 'last', 0, 0 EXCEPT SELECT 'gone', 0, 0)
            ORDER BY 1, 2 DESC NULLS FIRST LIMIT 10
            """);

        Assert.Equal(
            [["last", "0", "0"], ["none", "40", "1"], ["x", null, "1"], ["y", "20", "1"], ["z", "31", "1"], ["z", "30", "2"]],
            rows);
    }

    [Fact]
    public async Task USING_names_its_column_once()
    {
        var response = await QueryAsync(
            "select * from (values (1, 'a')) as l(id, x) join (values (1, 'b')) as r(id, y) using (id)");

        Assert.Equal(["id", "x", "y"], response.ColumnInfo.Select(column => column.Name));
    }

    [Fact]
    public async Task Nulls_come_last_in_both_directions()
    {
        Assert.Equal([["1"], ["2"], [null]], await RowsAsync("select x from (values 2, null, 1) as t(x) order by x"));
        Assert.Equal([["2"], ["1"], [null]], await RowsAsync("select x from (values 2, null, 1) as t(x) order by x desc"));
    }

    [Fact]
    public async Task Text_beside_time_is_read_as_time()
    {
        await CreateTableAsync();
        await WriteAsync(Reading(time: Now), Reading(time: Now.AddHours(-1)));

        Assert.Equal("1", await ValueAsync($"SELECT count(*) FROM {FullName} WHERE time > '2026-03-01 11:30:00'"));
    }

    [Fact]
    public async Task Names_of_columns_match_in_any_case()
    {
        await CreateTableAsync();
        await WriteAsync(Reading("a"));

        Assert.Equal("a", await ValueAsync($"SELECT t.deviceid FROM {FullName} t WHERE \"DEVICEID\" = 'a'"));
    }

    [Fact]
    public async Task A_query_reads_no_row_written_after_its_first_page()
    {
        await CreateTableAsync();
        await WriteAsync(Enumerable.Range(0, 50).Select(number => Reading($"d{number:D2}")));
        const string Sql = $"SELECT DeviceID FROM {FullName}";
        var first = await QueryAsync(Sql, maxRows: 10);
        await WriteAsync(Enumerable.Range(50, 50).Select(number => Reading($"d{number:D2}")));

        var rows = first.Rows.Count;
        for (var token = first.NextToken; token is not null;)
        {
            var page = await QueryAsync(Sql, token, maxRows: 10);
            (rows, token) = (rows + page.Rows.Count, page.NextToken);
        }

        Assert.Equal(50, rows);
    }

    [Fact]
    public async Task A_token_repeats_its_page_and_belongs_to_its_query()
    {
        const string Sql = "select x from (values 1, 2, 3) as t(x) order by x";
        var first = await QueryAsync(Sql, maxRows: 1);

        var second = await QueryAsync(Sql, first.NextToken, maxRows: 1);
        var again = await QueryAsync(Sql, first.NextToken, maxRows: 1);

        Assert.Equal("2", Text(second.Rows[0].Data[0]));
        Assert.Equal("2", Text(again.Rows[0].Data[0]));
        Assert.Equal(second.NextToken, again.NextToken);
        var error = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync(Sql + " ", first.NextToken));
        Assert.Equal("Invalid pagination token", error.Message);
    }

    [Fact]
    public async Task A_page_has_at_most_1_MB()
    {
        await CreateTableAsync();
        var text = new string('x', 2000);
        for (var batch = 0; batch < 10; batch++)
        {
            await WriteAsync(Enumerable.Range(0, 100).Select(number => Multi(
                $"d{batch}-{number}", ("text", text, MeasureValueType.VARCHAR))));
        }

        var first = await QueryAsync($"SELECT text FROM {FullName}");

        Assert.InRange(first.Rows.Count, 400, 524);
        Assert.Equal(1000, (await RowsAsync($"SELECT text FROM {FullName}")).Count);
    }

    [Fact]
    public async Task One_client_token_runs_one_query()
    {
        var token = new string('t', 32);
        QueryRequest Request(string sql) => new() { QueryString = sql, ClientToken = token };

        var first = await Reader.QueryAsync(Request("select random()"), Cancellation);
        var second = await Reader.QueryAsync(Request("select random()"), Cancellation);

        Assert.Equal(first.QueryId, second.QueryId);
        Assert.Equal(Text(first.Rows[0].Data[0]), Text(second.Rows[0].Data[0]));
        await Assert.ThrowsAsync<ConflictException>(() => Reader.QueryAsync(Request("select 1"), Cancellation));
    }

    [Fact]
    public async Task A_cancelled_query_has_no_next_page()
    {
        const string Sql = "select x from (values 1, 2, 3) as t(x)";
        var first = await QueryAsync(Sql, maxRows: 1);

        await Reader.CancelQueryAsync(new CancelQueryRequest { QueryId = first.QueryId }, Cancellation);
        await Reader.CancelQueryAsync(new CancelQueryRequest { QueryId = first.QueryId }, Cancellation);

        await Assert.ThrowsAsync<ConflictException>(() => QueryAsync(Sql, first.NextToken));
    }

    [Fact]
    public async Task A_cancelled_query_holds_no_connection()
    {
        await CreateTableAsync();
        var connectionsBefore = CountConnections();
        var first = await QueryAsync("select x from (values 1, 2, 3) as t(x)", maxRows: 1);
        Assert.Equal(connectionsBefore + 1, CountConnections());

        await Reader.CancelQueryAsync(new CancelQueryRequest { QueryId = first.QueryId }, Cancellation);

        Assert.Equal(connectionsBefore, CountConnections());
    }

    [Fact]
    public async Task A_query_whose_caller_hung_up_holds_no_connection()
    {
        var sessions = LocalAws.Services.GetRequiredService<QuerySessions>();
        var connectionsBefore = CountConnections();
        const string Sql = "select x from (values 1, 2, 3) as t(x)";
        var first = await sessions.StartAsync(Sql, maxRows: 1, wantsInsights: false, Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => sessions.ContinueAsync(Sql, first.NextToken!, maxRows: 1, new CancellationToken(canceled: true)));

        Assert.Equal(connectionsBefore, CountConnections());
    }

    [Fact]
    public async Task A_prepared_query_is_described_and_not_run()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());

        var prepared = await Reader.PrepareQueryAsync(
            new PrepareQueryRequest { QueryString = $"SELECT DeviceID AS d, 1/0 FROM {FullName}", ValidateOnly = true },
            Cancellation);

        Assert.Equal(["d", "_col1"], prepared.Columns.Select(column => column.Name));
        Assert.Equal(Table, prepared.Columns[0].TableName);
        Assert.True(prepared.Columns[0].Aliased);
        Assert.Equal("INTEGER", prepared.Columns[1].Type.ScalarType.Value);
    }

    private long CountConnections()
    {
        using var connection = LocalAws.Services.GetRequiredService<TimestreamStore>().OpenReader();
        return connection.Read("SELECT count FROM duckdb_connection_count()", reader => reader.GetInt64(0))[0];
    }
}
