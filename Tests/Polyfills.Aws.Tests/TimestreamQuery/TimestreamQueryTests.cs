using System.Net;
using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.Polyfills.Aws.Tests.TimestreamQuery;

public sealed class TimestreamQueryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_string_is_sent_as_it_is()
    {
        await using AwsStub stub = await AwsStub.StartAsync("{}");
        using AmazonTimestreamQueryClient client = Connect(stub);

        await client.QueryAsync(
            new QueryRequest { QueryString = "SELECT \"é\" FROM t WHERE a < 'b' + 1", MaxRows = 10 }, Cancellation);

        Assert.Equal("SELECT \"é\" FROM t WHERE a < 'b' + 1", stub.Request.Body.GetProperty("QueryString").GetString());
        Assert.Equal("Timestream_20181101.Query", stub.Request.Target);
    }

    [Fact]
    public async Task Every_kind_of_value_is_read()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"QueryId":"Q1","Rows":[{"Data":[{"ScalarValue":"1.5"},{"NullValue":true},
            {"ArrayValue":[{"ScalarValue":"a"}]},{"RowValue":{"Data":[{"ScalarValue":"b"}]}},
            {"TimeSeriesValue":[{"Time":"2022-09-20 12:37:53.000000000","Value":{"ScalarValue":"2"}}]}]}],
            "ColumnInfo":[{"Name":"x","Type":{"ScalarType":"DOUBLE"}},
            {"Name":"a","Type":{"ArrayColumnInfo":{"Type":{"ScalarType":"VARCHAR"}}}}],
            "QueryStatus":{"ProgressPercentage":100.0,"CumulativeBytesMetered":10000000}}
            """);
        using AmazonTimestreamQueryClient client = Connect(stub);

        QueryResponse response = await client.QueryAsync(new QueryRequest(), Cancellation);

        List<Datum> data = Assert.Single(response.Rows).Data;
        Assert.Equal("1.5", data[0].ScalarValue);
        Assert.True(data[1].NullValue);
        Assert.Equal("a", data[2].ArrayValue[0].ScalarValue);
        Assert.Equal("b", data[3].RowValue.Data[0].ScalarValue);
        Assert.Equal("2", data[4].TimeSeriesValue[0].Value.ScalarValue);
        Assert.Equal(ScalarType.DOUBLE, response.ColumnInfo[0].Type.ScalarType);
        Assert.Equal(ScalarType.VARCHAR, response.ColumnInfo[1].Type.ArrayColumnInfo.Type.ScalarType);
        Assert.Equal(100, response.QueryStatus.ProgressPercentage);
        Assert.Null(response.NextToken);
    }

    [Fact]
    public async Task A_failed_query_is_thrown_with_its_message()
    {
        await using AwsStub stub = await AwsStub.StartAsync(new StubReply(
            """{"__type":"ValidationException","Message":"line 1:8: Column 'x' does not exist"}""",
            HttpStatusCode.BadRequest));
        using AmazonTimestreamQueryClient client = Connect(stub);

        ValidationException thrown = await Assert.ThrowsAsync<ValidationException>(
            () => client.QueryAsync(new QueryRequest(), Cancellation));

        Assert.Equal("line 1:8: Column 'x' does not exist", thrown.Message);
    }

    private static AmazonTimestreamQueryClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonTimestreamQueryConfig>());
}
