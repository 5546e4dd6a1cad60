using System.Net;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.Polyfills.Aws.Tests.TimestreamWrite;

public sealed class TimestreamWriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_sent_in_the_shape_of_the_service()
    {
        await using AwsStub stub = await AwsStub.StartAsync("""{"RecordsIngested":{"Total":1,"MemoryStore":1}}""");
        using AmazonTimestreamWriteClient client = Connect(stub);

        WriteRecordsResponse response = await client.WriteRecordsAsync(
            new WriteRecordsRequest
            {
                DatabaseName = "d",
                TableName = "t",
                Records =
                [
                    new Record
                    {
                        Dimensions = [new Dimension { Name = "DeviceID", Value = "1" }],
                        MeasureName = "temperature_measure",
                        MeasureValue = "11.2",
                        MeasureValueType = MeasureValueType.DOUBLE,
                        Time = "1609757175225",
                        TimeUnit = TimeUnit.MILLISECONDS,
                        Version = long.MaxValue,
                    },
                ],
            },
            Cancellation);

        Assert.Equal(
            """
            {"DatabaseName":"d","Records":[{"Dimensions":[{"Name":"DeviceID","Value":"1"}],
            "MeasureName":"temperature_measure","MeasureValue":"11.2","MeasureValueType":"DOUBLE",
            "Time":"1609757175225","TimeUnit":"MILLISECONDS","Version":9223372036854775807}],"TableName":"t"}
            """.ReplaceLineEndings(""),
            stub.Request.Body.GetRawText());
        Assert.Equal((1, null), (response.RecordsIngested.MemoryStore, response.RecordsIngested.MagneticStore));
        Assert.Equal("application/x-amz-json-1.0", stub.Request.ContentType);
        Assert.Contains("/timestream/aws4_request", stub.Request.Authorization);
    }

    [Fact]
    public async Task Rejected_records_are_told_with_index_reason_and_version()
    {
        await using AwsStub stub = await AwsStub.StartAsync(new StubReply(
            """
            {"__type":"com.amazonaws.timestream.v20181101#RejectedRecordsException",
            "Message":"One or more records have been rejected. See RejectedRecords for details.",
            "RejectedRecords":[{"RecordIndex":0,"Reason":"too old"},
            {"RecordIndex":3,"Reason":"superseded","ExistingVersion":7}]}
            """,
            (HttpStatusCode)419));
        using AmazonTimestreamWriteClient client = Connect(stub);

        RejectedRecordsException thrown = await Assert.ThrowsAsync<RejectedRecordsException>(
            () => client.WriteRecordsAsync(new WriteRecordsRequest(), Cancellation));

        Assert.Equal("One or more records have been rejected. See RejectedRecords for details.", thrown.Message);
        Assert.Equal(
            [(0, "too old", null), (3, "superseded", 7L)],
            thrown.RejectedRecords.Select(r => (r.RecordIndex, r.Reason, r.ExistingVersion)));
    }

    [Fact]
    public async Task A_table_is_read_with_its_retention()
    {
        await using AwsStub stub = await AwsStub.StartAsync(
            """
            {"Table":{"TableName":"t","TableStatus":"ACTIVE","CreationTime":1.7E9,
            "RetentionProperties":{"MemoryStoreRetentionPeriodInHours":24,"MagneticStoreRetentionPeriodInDays":3650},
            "MagneticStoreWriteProperties":{"EnableMagneticStoreWrites":true}}}
            """);
        using AmazonTimestreamWriteClient client = Connect(stub);

        Table table = (await client.DescribeTableAsync(new DescribeTableRequest(), Cancellation)).Table;

        Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
        Assert.Equal(24, table.RetentionProperties.MemoryStoreRetentionPeriodInHours);
        Assert.True(table.MagneticStoreWriteProperties.EnableMagneticStoreWrites);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), table.CreationTime);
    }

    private static AmazonTimestreamWriteClient Connect(AwsStub stub) =>
        new(AwsStub.Credentials, stub.Configure<AmazonTimestreamWriteConfig>());
}
