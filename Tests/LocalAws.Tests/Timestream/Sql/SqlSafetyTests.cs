using Amazon.TimestreamQuery.Model;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

/// <summary>Nothing of DuckDB beyond the dialect can be reached from a query, and its text never becomes other SQL.</summary>
public sealed class SqlSafetyTests : TimestreamTest
{
    private QueryEngine Engine => LocalAws.Services.GetRequiredService<QueryEngine>();

    [Theory]
    [InlineData("COPY (SELECT 1) TO '/tmp/x'")]
    [InlineData("ATTACH '/tmp/x.db'")]
    [InlineData("DETACH timestream")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("PRAGMA database_list")]
    [InlineData("SET memory_limit = '1TB'")]
    [InlineData("RESET ALL")]
    [InlineData("USE main")]
    [InlineData("CREATE TABLE t AS SELECT 1")]
    [InlineData("DROP TABLE rows_1")]
    [InlineData("ALTER TABLE rows_1 ADD COLUMN x INT")]
    [InlineData("INSERT INTO rows_1 VALUES (1)")]
    [InlineData("UPDATE rows_1 SET time = 0")]
    [InlineData("DELETE FROM rows_1")]
    [InlineData("TRUNCATE rows_1")]
    [InlineData("CALL pragma_version()")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("EXECUTE p")]
    [InlineData("PREPARE p AS SELECT 1")]
    [InlineData("BEGIN")]
    [InlineData("CHECKPOINT")]
    [InlineData("VACUUM")]
    [InlineData("EXPORT DATABASE '/tmp/x'")]
    [InlineData("SUMMARIZE rows_1")]
    [InlineData("PIVOT rows_1 ON time")]
    [InlineData("FROM rows_1")]
    [InlineData("TABLE rows_1")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1; DROP TABLE rows_1;")]
    [InlineData("SELECT 1;;")]
    [InlineData("SHOW ALL TABLES")]
    [InlineData("DESCRIBE SELECT 1")]
    [InlineData("WITH x AS (INSERT INTO rows_1 VALUES (1)) SELECT 1")]
    [InlineData("SELECT 1 INTO x")]
    public void A_statement_of_DuckDB_is_no_statement(string sql) => AssertRefused(sql);

    [Theory]
    [InlineData("rows_1")]
    [InlineData("series_1")]
    [InlineData("measures_1")]
    [InlineData("main.rows_1")]
    [InlineData("timestream.main.rows_1")]
    [InlineData("\"timestream\".\"rows_1\"")]
    [InlineData("temp.sought")]
    [InlineData("memory.main.x")]
    [InlineData("information_schema.tables")]
    [InlineData("system.information_schema.tables")]
    [InlineData("pg_catalog.pg_tables")]
    [InlineData("sqlite_master")]
    [InlineData("duckdb_tables")]
    [InlineData("'/etc/passwd'")]
    [InlineData("\"/etc/passwd\"")]
    [InlineData("\"x.csv\"")]
    [InlineData("\"s3://bucket\".\"x.parquet\"")]
    [InlineData("read_csv('/etc/passwd')")]
    [InlineData("read_text('/etc/passwd')")]
    [InlineData("\"read_blob\"('/etc/passwd')")]
    [InlineData("glob('*')")]
    [InlineData("query('SELECT 1')")]
    [InlineData("query_table('rows_1')")]
    [InlineData("duckdb_settings()")]
    [InlineData("pragma_table_info('rows_1')")]
    [InlineData("range(10)")]
    [InlineData("generate_series(1, 10)")]
    [InlineData("TABLE(read_csv('/etc/passwd'))")]
    public void A_table_or_table_function_of_DuckDB_is_no_relation(string relation)
    {
        AssertRefused($"SELECT * FROM {relation}");
        AssertRefused($"SELECT 1 FROM (VALUES 1) AS t(x) CROSS JOIN {relation}");
        AssertRefused($"WITH q AS (SELECT * FROM {relation}) SELECT 1 WHERE EXISTS (SELECT * FROM q)");
        AssertRefused($"DESCRIBE {relation}");
    }

    /// <summary>DuckDB lists its functions itself, so that a new version of it is covered.</summary>
    [Fact]
    public void No_function_of_DuckDB_that_reaches_out_of_the_query_is_a_function()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT DISTINCT function_name FROM duckdb_functions()
            WHERE function_type IN ('table', 'table_macro', 'pragma') OR schema_name <> 'main'
                OR regexp_matches(function_name, 'setting|getenv|variable|current_|catalog|schema|database|secret|version|file|
            read_|write|parquet|json|nextval|currval|txid|pg_|has_|query|sql|stats|log_|vector_type|storage|alias|typeof|error|sleep|random|uuid')
            """.Replace("\n", "", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        string[] dialect = ["unnest", "repeat", "current_date", "current_timestamp", "current_time", "typeof", "random", "log"];
        Assert.InRange(names.Count, 100, 10_000);
        Assert.All(names.Except(dialect), name =>
        {
            AssertRefused($"SELECT \"{name}\"()");
            AssertRefused($"SELECT \"{name}\"('x')");
            AssertRefused($"SELECT \"{name}\"('x', 1)");
        });
    }

    [Theory]
    [InlineData("1 ** 2")]
    [InlineData("2 ^ 3")]
    [InlineData("7 // 2")]
    [InlineData("1 == 1")]
    [InlineData("'1'::integer")]
    [InlineData("[1, 2]")]
    [InlineData("{'a': 1}")]
    [InlineData("[x for x in ARRAY[1]]")]
    [InlineData("ARRAY[1, 2, 3][1:2]")]
    [InlineData("unnest(ARRAY[1])")]
    [InlineData("$1")]
    [InlineData("$$x$$")]
    [InlineData("E'\\n'")]
    [InlineData("X'00'")]
    [InlineData("'a' ~ 'b'")]
    [InlineData("'a' ILIKE 'A'")]
    [InlineData("'a' SIMILAR TO 'a'")]
    [InlineData("'a' GLOB 'a'")]
    [InlineData("1 AS x, x + 1")]
    [InlineData("DISTINCT ON (1) 1")]
    [InlineData("* EXCLUDE (x) FROM (SELECT 1 AS x)")]
    [InlineData("COLUMNS(*) FROM (SELECT 1 AS x)")]
    [InlineData("1 QUALIFY row_number() OVER () = 1")]
    [InlineData("x FROM (SELECT 1 AS x) GROUP BY ALL")]
    [InlineData("x FROM (SELECT 1 AS x) ORDER BY ALL")]
    [InlineData("1 USING SAMPLE 10%")]
    [InlineData("1, FROM (SELECT 1)")]
    [InlineData("1 FROM (SELECT 1) POSITIONAL JOIN (SELECT 2)")]
    [InlineData("lambda x: x")]
    [InlineData("transform(ARRAY[1], lambda x: x)")]
    [InlineData("main.abs(1)")]
    [InlineData("x.upper() FROM (SELECT 'a' AS x)")]
    [InlineData("rowid FROM \"TimestreamDB\".\"TimestreamTable\"")]
    [InlineData("CAST(1 AS hugeint)")]
    [InlineData("CAST('{}' AS json)")]
    [InlineData("CAST('rows_1' AS regclass)")]
    public async Task Syntax_that_only_DuckDB_has_is_refused(string expression)
    {
        await CreateTableAsync();

        AssertRefused($"SELECT {expression}");
    }

    [Theory]
    [InlineData("SELECT '''; DROP TABLE rows_1; --'", "'; DROP TABLE rows_1; --")]
    [InlineData("SELECT 'a\\' || ', ''' || 'b'", "a\\, 'b")]
    [InlineData("SELECT x FROM (SELECT 1 AS \"c0; DROP TABLE rows_1; --\", 2 AS x)", "2")]
    [InlineData("SELECT \"a\"\"; --\" FROM (SELECT 3 AS \"a\"\"; --\")", "3")]
    [InlineData("WITH \"w1) AS (SELECT 9); --\" AS (SELECT 4) SELECT * FROM \"w1) AS (SELECT 9); --\"", "4")]
    [InlineData("SELECT \"t\"\".c0\".\"x'\" FROM (VALUES 5) AS \"t\"\".c0\"(\"x'\")", "5")]
    [InlineData("SELECT transform(ARRAY[6], \"p1_0: read_csv('x')\" -> \"p1_0: read_csv('x')\" + 1)[1]", "7")]
    [InlineData("SELECT CAST(row(8) AS row(\"f0': 1, '\" bigint)).\"f0': 1, '\"", "8")]
    [InlineData("SELECT sum(x) OVER \"w) --\" FROM (VALUES 9) AS t(x) WINDOW \"w) --\" AS (ORDER BY x)", "9")]
    public async Task Names_and_texts_stay_what_they_are(string sql, string expected) =>
        Assert.Equal(expected, await ValueAsync(sql));

    [Fact]
    public async Task Data_and_engine_are_whole_after_all_of_it()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());

        await Assert.ThrowsAsync<ValidationException>(() => QueryAsync($"SELECT * FROM {FullName}; DROP TABLE rows_1"));

        Assert.Equal("1", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    private void AssertRefused(string sql)
    {
        var thrown = Assert.Throws<AwsException>(() => Engine.Start(sql, Cancellation).Rows.Dispose());

        Assert.True(thrown.Code == "ValidationException", $"{sql}: {thrown.Code}: {thrown.Message}");
        Assert.DoesNotContain("The query cannot be executed", thrown.Message, StringComparison.Ordinal);
    }
}
