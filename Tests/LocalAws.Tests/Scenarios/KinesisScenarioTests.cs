using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Kinesis Data Streams as clients nobody here wrote see it.</summary>
public sealed class KinesisScenarioTests(KinesisScenario scenario)
    : ScenarioTests(scenario), IClassFixture<KinesisScenario>
{
    private readonly KinesisScenario _scenario = scenario;

    protected override string Service => "Kinesis";

    protected override string[] Younger =>
    [
        // The CLI has no command for SubscribeToShard, in any release.
        "SubscribeToShard",
        "TagResource", "ListTagsForResource", "UntagResource", "PutResourcePolicy", "GetResourcePolicy",
        "DeleteResourcePolicy", "UpdateMaxRecordSize", "DescribeAccountSettings", "UpdateAccountSettings",
        "UpdateStreamWarmThroughput",
    ];

    [Theory, EveryClient]
    public async Task A_created_stream_becomes_active_with_its_shards(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ACTIVE", Summary(answers, "DescribeStreamSummary", "StreamStatus"));
        Assert.Equal("2", Summary(answers, "DescribeStreamSummary", "OpenShardCount"));
        Assert.Equal("PROVISIONED", Summary(answers, "DescribeStreamSummary", "StreamModeDetails.StreamMode"));
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
        var answers = await _scenario.RunAsync(client);

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
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("reading 2", Encoding.UTF8.GetString(answers.Bytes("RecordsAfterTheFirst.Records.0.Data")));
        Assert.NotNull(answers["RecordsAfterTheFirst.NextShardIterator"]);
    }

    [Theory, EveryClient]
    public async Task A_refusal_is_the_error_that_the_client_knows(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ResourceInUseException", answers["CreateAgain.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["DescribeAbsent.Error.Code"]);
        Assert.Equal("Stream absent under account 000000000000 not found.", answers["DescribeAbsent.Error.Message"]);
        Assert.Equal("InvalidArgumentException", answers["ReadWithGarbage.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["PutToAbsent.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_deleted_stream_is_gone(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ResourceNotFoundException", answers["Deleted.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task Tags_are_set_and_taken_away(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal(
            ["stage", "team"],
            answers.Items("ListTagsForStream.Tags").Select(tag => tag.GetProperty("Key").GetString()).Order());
        if (answers.Know("UntagResource"))
        {
            Assert.Equal(
                ["operations", "field"],
                answers.Items("ListTagsForResource.Tags")
                    .OrderBy(tag => tag.GetProperty("Key").GetString())
                    .Select(tag => tag.GetProperty("Value").GetString()));
            Assert.Empty(answers.Items("TagsAfterwards.Tags"));
        }
        else
        {
            Assert.Equal("team", answers["TagsAfterwards.Tags.0.Key"]);
        }
    }

    [Theory, EveryClient]
    public async Task What_is_changed_about_a_stream_is_described(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("48", Summary(answers, "IncreasedRetention", "RetentionPeriodHours"));
        Assert.Equal("36", Summary(answers, "DecreasedRetention", "RetentionPeriodHours"));
        Assert.Equal("KMS", Summary(answers, "Encrypted", "EncryptionType"));
        Assert.Equal("alias/aws/kinesis", Summary(answers, "Encrypted", "KeyId"));
        Assert.Equal("NONE", Summary(answers, "NotEncrypted", "EncryptionType"));
        Assert.Equal("ON_DEMAND", Summary(answers, "OnDemand", "StreamModeDetails.StreamMode"));
        if (answers.Know("UpdateMaxRecordSize"))
        {
            Assert.Equal("2048", Summary(answers, "LargerRecords", "MaxRecordSizeInKiB"));
        }
    }

    [Theory, EveryClient]
    public async Task Metrics_of_shards_are_named_before_and_after(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Empty(answers.Items("EnableEnhancedMonitoring.CurrentShardLevelMetrics"));
        Assert.Equal(2, answers.Items("EnableEnhancedMonitoring.DesiredShardLevelMetrics").Count);
        Assert.Equal(2, answers.Items("DisableEnhancedMonitoring.CurrentShardLevelMetrics").Count);
        Assert.Equal("IncomingBytes", Summary(answers, "LessMonitored", "EnhancedMonitoring.0.ShardLevelMetrics.0"));
    }

    [Theory, EveryClient]
    public async Task A_resource_policy_is_kept(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        if (answers.Know("PutResourcePolicy"))
        {
            Assert.Contains("kinesis:GetRecords", answers["GetResourcePolicy.Policy"]);
            Assert.Null(answers["DeleteResourcePolicy.Error.Code"]);
        }
    }

    [Theory, EveryClient]
    public async Task A_consumer_is_pushed_the_records_of_a_shard(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("dashboard", answers["DescribeStreamConsumer.ConsumerDescription.ConsumerName"]);
        Assert.Equal(
            answers["RegisterStreamConsumer.Consumer.ConsumerARN"],
            answers["ListStreamConsumers.Consumers.0.ConsumerARN"]);
        Assert.Null(answers["DeregisterStreamConsumer.Error.Code"]);
        if (answers.Know("SubscribeToShard"))
        {
            const string Event = "SubscribeToShard.EventStream.0.SubscribeToShardEvent";
            Assert.Equal("reading 1", Encoding.UTF8.GetString(answers.Bytes($"{Event}.Records.0.Data")));
            Assert.Equal("0", answers[$"{Event}.MillisBehindLatest"]);
        }
    }

    [Theory, EveryClient]
    public async Task A_split_shard_keeps_its_records_and_ends_with_its_children(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("3", Summary(answers, "Split", "OpenShardCount"));
        Assert.Equal("reading 2", Encoding.UTF8.GetString(answers.Bytes("RestOfTheParent.Records.0.Data")));
        Assert.Null(answers["RestOfTheParent.NextShardIterator"]);
        Assert.Equal(
            ["shardId-000000000002", "shardId-000000000003"],
            answers.Items("RestOfTheParent.ChildShards").Select(shard => shard.GetProperty("ShardId").GetString()));
        Assert.Equal("shardId-000000000002", answers["RecordOfAChild.ShardId"]);
    }

    [Theory, EveryClient]
    public async Task Merged_shards_have_one_child_with_both_as_parents(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("shardId-000000000002", answers["ShardsAfterTheMerge.Shards.4.ParentShardId"]);
        Assert.Equal("shardId-000000000003", answers["ShardsAfterTheMerge.Shards.4.AdjacentParentShardId"]);
        Assert.NotNull(answers["ShardsAfterTheMerge.Shards.2.SequenceNumberRange.EndingSequenceNumber"]);
        Assert.Equal(
            ["shardId-000000000001", "shardId-000000000004"],
            answers.Items("ShardsAtLatest.Shards").Select(shard => shard.GetProperty("ShardId").GetString()));
    }

    [Theory, EveryClient]
    public async Task A_stream_is_scaled_to_a_number_of_shards(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("2", answers["UpdateShardCount.CurrentShardCount"]);
        Assert.Equal("4", answers["UpdateShardCount.TargetShardCount"]);
        Assert.Equal("4", Summary(answers, "Scaled", "OpenShardCount"));
    }

    [Theory, EveryClient]
    public async Task Limits_and_settings_of_the_account_are_told(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("2", answers["DescribeLimits.OpenShardCount"]);
        if (answers.Know("UpdateStreamWarmThroughput"))
        {
            Assert.Equal("DISABLED", answers["DescribeAccountSettings.MinimumThroughputBillingCommitment.Status"]);
            Assert.Equal("ENABLED", answers["UpdateAccountSettings.MinimumThroughputBillingCommitment.Status"]);
            Assert.Equal("4", answers["UpdateStreamWarmThroughput.WarmThroughput.TargetMiBps"]);
            Assert.Equal("4", Summary(answers, "Warm", "WarmThroughput.TargetMiBps"));
        }
    }

    private static string? Summary(Answers answers, string step, string path) =>
        answers[$"{step}.StreamDescriptionSummary.{path}"];
}
