using System.Globalization;
using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.TimestreamWrite.Model;
using TelemetryAspire.LocalAws.Tests.Protocol.Cbor;
using TelemetryAspire.LocalAws.Tests.Timestream;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class PartialFaultTests : AdminTest
{
    [Fact]
    public async Task Some_records_of_PutRecords_fail_and_the_others_are_written_in_order()
    {
        await ArmAsync("""{"operation":"Kinesis.PutRecords","kind":"partialFailure","entryRate":0.3}""");

        var response = await PutManyAsync(20);

        var failed = response.Records.Where(record => record.ErrorCode is not null).ToList();
        Assert.Equal(failed.Count, response.FailedRecordCount);
        Assert.InRange(failed.Count, 1, 19);
        Assert.All(failed, record => Assert.Equal("ProvisionedThroughputExceededException", record.ErrorCode));
        var written = Enumerable.Range(0, 20).Where(i => response.Records[i].ErrorCode is null);
        Assert.Equal(written.Select(i => i.ToString(CultureInfo.InvariantCulture)), await ReadAllAsync());
        Assert.All(written, i => Assert.NotNull(response.Records[i].SequenceNumber));
    }

    [Fact]
    public async Task At_the_rate_1_every_record_fails_with_the_code_of_the_rule()
    {
        await ArmAsync(
            """{"operation":"Kinesis.PutRecords","kind":"partialFailure","entryRate":1,"code":"InternalFailure"}""");

        var response = await PutManyAsync(3);

        Assert.Equal(3, response.FailedRecordCount);
        Assert.All(response.Records, record => Assert.Equal("InternalFailure", record.ErrorCode));
        Assert.Empty(await ReadAllAsync());
    }

    [Fact]
    public async Task Some_records_of_PutRecords_fail_in_CBOR_too()
    {
        await ArmAsync("""{"operation":"Kinesis.PutRecords","kind":"partialFailure","entryRate":0.3}""");
        var records = Enumerable.Range(0, 20).Select(i => CborMessage.Encode(
            ("PartitionKey", "k"), ("Data", Encoding.UTF8.GetBytes($"{i}"))));

        var response = await Http.PostCborAsync(
            "Kinesis_20131202.PutRecords", CborMessage.Encode(("StreamName", Stream), ("Records", records.ToArray())));

        var codes = Enumerable.Range(0, 20).Select(i => response[$"Records.{i}.ErrorCode"]).ToList();
        var written = Enumerable.Range(0, 20).Where(i => codes[i] is null).ToList();
        Assert.InRange(written.Count, 1, 19);
        Assert.Equal(20L - written.Count, response["FailedRecordCount"]);
        Assert.All(codes, code => Assert.True(code is null or "ProvisionedThroughputExceededException"));
        Assert.All(written, i => Assert.NotNull(response[$"Records.{i}.SequenceNumber"]));
        Assert.Equal(written.Select(i => i.ToString(CultureInfo.InvariantCulture)), await ReadAllAsync());
    }

    [Fact]
    public async Task A_batch_that_the_operation_refuses_is_refused_as_ever()
    {
        await ArmAsync("""{"operation":"*","kind":"partialFailure"}""");

        await Assert.ThrowsAnyAsync<Amazon.Kinesis.AmazonKinesisException>(() => PutManyAsync(0));
    }

    [Fact]
    public async Task Some_records_of_PutRecordBatch_fail()
    {
        using var firehose = new AmazonKinesisFirehoseClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonKinesisFirehoseConfig
            {
                ServiceURL = LocalAws.Url.ToString(),
                AuthenticationRegion = "us-east-1",
            });
        await CreateDeliveryStreamAsync(firehose);
        await ArmAsync("""{"operation":"Firehose.PutRecordBatch","kind":"partialFailure","entryRate":0.5}""");

        var response = await firehose.PutRecordBatchAsync(
            new PutRecordBatchRequest
            {
                DeliveryStreamName = "lake",
                Records = [.. Enumerable.Range(0, 10).Select(_ =>
                    new Amazon.KinesisFirehose.Model.Record { Data = Bytes("x") })],
            },
            Cancellation);

        var failed = response.RequestResponses.Where(entry => entry.ErrorCode is not null).ToList();
        Assert.Equal(response.FailedPutCount, failed.Count);
        Assert.InRange(failed.Count, 1, 9);
        Assert.All(failed, entry => Assert.Equal("ServiceUnavailableException", entry.ErrorCode));
    }

    [Fact]
    public async Task Timestream_rejects_some_records_beside_its_own_rejections()
    {
        using var writer = TimestreamTest.CreateWriter(LocalAws.Url);
        await CreateTableAsync(writer);
        await ArmAsync(
            """{"operation":"Timestream.WriteRecords","kind":"rejectedRecords","entryRate":0.4,"reason":"No."}""");

        var tooOld = Enumerable.Range(0, 10).Select(i => Reading(i, age: i == 9 ? 48 : 0)).ToList();
        var error = await Assert.ThrowsAsync<RejectedRecordsException>(() => writer.WriteRecordsAsync(
            new WriteRecordsRequest { DatabaseName = "devices", TableName = "readings", Records = tooOld },
            Cancellation));

        var injected = error.RejectedRecords.Where(record => record.Reason == "No.").ToList();
        var own = Assert.Single(error.RejectedRecords, record => record.Reason != "No.");
        Assert.Equal(9, own.RecordIndex);
        Assert.InRange(injected.Count, 1, 8);
    }

    private Amazon.TimestreamWrite.Model.Record Reading(int device, int age) => new()
    {
        Dimensions = [new Dimension { Name = "DeviceID", Value = $"{device}" }],
        MeasureName = "temperature",
        MeasureValue = "1",
        MeasureValueType = "DOUBLE",
        Time = Clock.GetUtcNow().AddHours(-age).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };

    private static async Task CreateTableAsync(Amazon.TimestreamWrite.AmazonTimestreamWriteClient writer)
    {
        await writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "devices" }, Cancellation);
        await writer.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = "devices",
                TableName = "readings",
                RetentionProperties = new RetentionProperties
                {
                    MemoryStoreRetentionPeriodInHours = 24,
                    MagneticStoreRetentionPeriodInDays = 10,
                },
            },
            Cancellation);
    }

    private static Task<CreateDeliveryStreamResponse> CreateDeliveryStreamAsync(AmazonKinesisFirehoseClient firehose) =>
        firehose.CreateDeliveryStreamAsync(
            new CreateDeliveryStreamRequest
            {
                DeliveryStreamName = "lake",
                DeliveryStreamType = DeliveryStreamType.DirectPut,
                ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
                {
                    RoleARN = "arn:aws:iam::000000000000:role/firehose",
                    BucketARN = "arn:aws:s3:::lake",
                },
            },
            Cancellation);
}
