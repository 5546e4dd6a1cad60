using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>PrepareQuery: columns with the table they are from, parameters with the type the query asks of them.</summary>
public sealed class PrepareQueryTests : TimestreamTest
{
    [Fact]
    public async Task A_column_tells_its_table_and_whether_it_was_renamed()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());

        var prepared = await PrepareAsync(
            $"SELECT DeviceID, d AS device, v, count(*), time FROM (SELECT *, DeviceID AS d, measure_value::double + 1 AS v FROM {FullName}) "
                + "GROUP BY DeviceID, d, v, time");

        Assert.Equal(
            ["DeviceID Table=TimestreamTable", "device Table=TimestreamTable aliased", "v", "_col3", "time Table=TimestreamTable"],
            prepared.Columns.Select(column =>
                column.Name + (column.TableName is { } table ? $" Table={table}" : "") + (column.Aliased is true ? " aliased" : "")));
    }

    [Theory]
    [InlineData("SELECT @p", "UNKNOWN")]
    [InlineData("SELECT * FROM {0} WHERE time > @p", "TIMESTAMP")]
    [InlineData("SELECT * FROM {0} WHERE time BETWEEN @p - 1h AND now()", "TIMESTAMP")]
    [InlineData("SELECT * FROM {0} WHERE measure_name = @p OR @p IS NULL", "VARCHAR")]
    [InlineData("SELECT * FROM {0} WHERE measure_value::double IN (1, @p)", "DOUBLE")]
    [InlineData("SELECT * FROM {0} WHERE measure_name LIKE @p", "VARCHAR")]
    [InlineData("SELECT 'parameter(''0'', ''0'')', @p + 1", "INTEGER")]
    [InlineData("SELECT filter(ARRAY['a'], x -> x = @p)", "VARCHAR")]
    [InlineData("SELECT bin(time, @p) FROM {0}", "INTERVAL_DAY_TO_SECOND")]
    [InlineData("SELECT * FROM {0} WHERE @p", "BOOLEAN")]
    public async Task A_parameter_has_the_type_that_stands_beside_it(string sql, string type)
    {
        await CreateTableAsync();

        var parameter = Assert.Single((await PrepareAsync(sql.Replace("{0}", FullName, StringComparison.Ordinal))).Parameters);

        Assert.Equal(("@p", type), (parameter.Name, parameter.Type.ScalarType.Value));
    }

    [Fact]
    public async Task Parameters_are_listed_once_in_the_order_of_the_query()
    {
        var prepared = await PrepareAsync("SELECT @b + 1 FROM (SELECT @a || 'x', @scheduled_runtime) WHERE @a = 'y' AND @b < 2");

        Assert.Equal(
            ["@b INTEGER", "@a VARCHAR", "@scheduled_runtime TIMESTAMP"],
            prepared.Parameters.Select(parameter => $"{parameter.Name} {parameter.Type.ScalarType}"));
    }

    [Fact]
    public async Task A_query_that_runs_has_no_parameters()
    {
        var thrown = await Assert.ThrowsAsync<ValidationException>(() => QueryAsync("SELECT 1 + @p"));

        Assert.Contains("line 1:12: The query parameter @p has no value", thrown.Message, StringComparison.Ordinal);
    }

    private Task<PrepareQueryResponse> PrepareAsync(string sql) =>
        Reader.PrepareQueryAsync(new PrepareQueryRequest { QueryString = sql, ValidateOnly = true }, Cancellation);
}
