using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Kinesis Data Streams as clients nobody here wrote see it.</summary>
public sealed class KinesisScenarioTests(KinesisScenario scenario) : IClassFixture<KinesisScenario>
{
    [Theory, EveryClient]
    public async Task A_created_stream_becomes_active_with_its_shards(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Equal("ACTIVE", answers["DescribeStreamSummary.StreamDescriptionSummary.StreamStatus"]);
        Assert.Equal("2", answers["DescribeStreamSummary.StreamDescriptionSummary.OpenShardCount"]);
        Assert.Equal(
            "PROVISIONED", answers["DescribeStreamSummary.StreamDescriptionSummary.StreamModeDetails.StreamMode"]);
        Assert.Equal(
            "arn:aws:kinesis:us-east-1:000000000000:stream/readings",
            answers["DescribeStream.StreamDescription.StreamARN"]);
        Assert.Equal("readings", answers["ListStreams.StreamNames.0"]);
        Assert.Equal(
            "170141183460469231731687303715884105728", answers["ListShards.Shards.1.HashKeyRange.StartingHashKey"]);
    }

    [Theory, EveryClient]
    public async Task A_record_is_read_from_its_shard_with_the_bytes_that_were_written(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Equal("0", answers["PutRecords.FailedRecordCount"]);
        Assert.Equal("shardId-000000000001", answers["PutRecords.Records.1.ShardId"]);
        Assert.Equal(2, answers.Items("GetRecords.Records").Count);
        Assert.Equal("reading 1", Encoding.UTF8.GetString(answers.Bytes("GetRecords.Records.0.Data")));
        Assert.Equal("device", answers["GetRecords.Records.0.PartitionKey"]);
        Assert.Equal(answers["PutRecord.SequenceNumber"], answers["GetRecords.Records.0.SequenceNumber"]);
        Assert.Equal(
            TimeProvider.System.GetUtcNow(),
            answers.Time("GetRecords.Records.0.ApproximateArrivalTimestamp"),
            TimeSpan.FromMinutes(5));
    }

    [Theory, EveryClient]
    public async Task A_reader_goes_on_after_a_sequence_number(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Equal("reading 2", Encoding.UTF8.GetString(answers.Bytes("RecordsAfterTheFirst.Records.0.Data")));
        Assert.NotNull(answers["RecordsAfterTheFirst.NextShardIterator"]);
    }

    [Theory, EveryClient]
    public async Task A_refusal_is_the_error_that_the_client_knows(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Equal("ResourceInUseException", answers["CreateAgain.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["DescribeAbsent.Error.Code"]);
        Assert.Equal("Stream absent under account 000000000000 not found.", answers["DescribeAbsent.Error.Message"]);
        Assert.Equal("InvalidArgumentException", answers["ReadWithGarbage.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["PutToAbsent.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_deleted_stream_is_gone(ScenarioClient client)
    {
        var answers = await scenario.RunAsync(client);

        Assert.Equal("ResourceNotFoundException", answers["Deleted.Error.Code"]);
    }
}
