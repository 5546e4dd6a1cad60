using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class ResourceTypeTests : CloudFormationTest
{
    [Fact]
    public async Task A_stream_takes_every_property_and_every_change_of_it()
    {
        await CreateAsync(StreamWith("""
            ShardCount: "2", RetentionPeriodHours: 48, MaxRecordSizeInKiB: 2048,
            DesiredShardLevelMetrics: [IncomingBytes], Tags: [{ Key: a, Value: b }],
            StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }
            """));
        var created = await SummaryAsync();

        await UpdateAsync(StreamWith("ShardCount: 3, Tags: [{ Key: c, Value: d }]"));
        var updated = await SummaryAsync();

        Assert.Equal(48, created.GetProperty("RetentionPeriodHours").GetInt32());
        Assert.Equal("KMS", created.GetProperty("EncryptionType").GetString());
        Assert.Equal(24, updated.GetProperty("RetentionPeriodHours").GetInt32());
        Assert.Equal("NONE", updated.GetProperty("EncryptionType").GetString());
        Assert.Equal(3, updated.GetProperty("OpenShardCount").GetInt32());
        var tags = await KinesisAsync("ListTagsForStream", """{"StreamName":"readings"}""");
        Assert.Contains("""[{"Key":"c","Value":"d"}]""", tags.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_changes_its_mode()
    {
        await CreateAsync(StreamWith("ShardCount: 1"));

        var stack = await UpdateAsync(StreamWith("StreamModeDetails: { StreamMode: ON_DEMAND }"));

        Assert.Equal("UPDATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal(
            "ON_DEMAND", (await SummaryAsync()).GetProperty("StreamModeDetails").GetProperty("StreamMode").GetString());
    }

    [Fact]
    public async Task A_consumer_has_its_ARN_and_is_replaced_with_its_name()
    {
        var before = await CreateAsync(Sample("consumer.json"));
        var after = await UpdateAsync(
            Sample("consumer.json").Replace("\"reader\"", "\"other\"", StringComparison.Ordinal));

        Assert.Matches("stream/stack-Stream-[A-Za-z0-9]{12}/consumer/reader:[0-9]+$", Output(before, "Consumer"));
        Assert.Matches("/consumer/other:[0-9]+$", Output(after, "Consumer"));
    }

    [Fact]
    public async Task A_delivery_stream_is_made_from_its_properties_and_updated_in_place()
    {
        await CreateAsync(DeliveryStreamWith("Prefix: before/, CompressionFormat: GZIP"));

        var stack = await UpdateAsync(DeliveryStreamWith("Prefix: after/"));

        Assert.Equal("UPDATE_COMPLETE", stack.Value("StackStatus"));
        using var client = LocalAws.CreateClient();
        var described = await client.PostAsync(
            "Firehose_20150804.DescribeDeliveryStream", """{"DeliveryStreamName":"to-lake"}""");
        Assert.Contains("\"Prefix\":\"after/\"", described.Body, StringComparison.Ordinal);
        Assert.Contains("\"CompressionFormat\":\"UNCOMPRESSED\"", described.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_stream_reads_a_stream_of_its_stack()
    {
        var stack = await CreateAsync("""
            Resources:
              Stream: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 1 } }
              Lake: { Type: AWS::S3::Bucket }
              ToLake:
                Type: AWS::KinesisFirehose::DeliveryStream
                Properties:
                  DeliveryStreamType: KinesisStreamAsSource
                  KinesisStreamSourceConfiguration:
                    KinesisStreamARN: !GetAtt Stream.Arn
                    RoleARN: arn:aws:iam::000000000000:role/r
                  S3DestinationConfiguration:
                    BucketARN: !GetAtt Lake.Arn
                    RoleARN: arn:aws:iam::000000000000:role/r
            """);

        Assert.Equal("CREATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal("DELETE_COMPLETE", (await DeleteAsync(stack.Value("StackId")!)).Value("StackStatus"));
    }

    [Fact]
    public async Task A_table_changes_its_retention_and_goes_back()
    {
        await CreateAsync(TableWith("RetentionProperties: " + Retention(24, "7")));

        await UpdateAsync(TableWith("MagneticStoreWriteProperties: { EnableMagneticStoreWrites: 'true' }"));

        using var client = LocalAws.CreateClient();
        var described = await client.PostAsync(
            "Timestream_20181101.DescribeTable", """{"DatabaseName":"telemetry","TableName":"readings"}""");
        Assert.Contains("\"MemoryStoreRetentionPeriodInHours\":6", described.Body, StringComparison.Ordinal);
        Assert.Contains("\"EnableMagneticStoreWrites\":true", described.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS::SNS::Topic", "TopicName: t", "arn:aws:sns:us-east-1:000000000000:t", "TopicName", "t")]
    [InlineData(
        "AWS::SQS::Queue", "QueueName: q", "https://sqs.us-east-1.amazonaws.com/000000000000/q", "QueueName", "q")]
    [InlineData(
        "AWS::Logs::LogGroup", "LogGroupName: /l", "/l", "Arn", "arn:aws:logs:us-east-1:000000000000:log-group:/l:*")]
    [InlineData("AWS::SSM::Parameter", "Name: /p, Type: String, Value: v", "/p", "Value", "v")]
    public async Task A_type_without_local_effect_has_ids_in_the_form_of_AWS(
        string type, string properties, string id, string attribute, string value)
    {
        var stack = await CreateAsync($$"""
            Resources: { R: { Type: {{type}}, Properties: { {{properties}} } } }
            Outputs:
              Id: { Value: !Ref R }
              Attribute: { Value: !GetAtt R.{{attribute}} }
            """);

        Assert.Equal(id, Output(stack, "Id"));
        Assert.Equal(value, Output(stack, "Attribute"));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_fails_the_resource()
    {
        var stack = await CreateAsync(StreamWith("ShardCount: many"));

        Assert.Equal("ROLLBACK_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal(
            "Properties validation failed for resource Stream with message: "
            + "[#/ShardCount: expected type: Integer, found: String]",
            await ReasonAsync("stack", "CREATE_FAILED"));
    }

    [Fact]
    public async Task A_bucket_has_the_tags_of_its_template_and_of_its_stack()
    {
        await CreateAsync(
            BucketWith("Tags: [{ Key: a, Value: b }]"),
            ("Tags.member.1.Key", "team"),
            ("Tags.member.1.Value", "field"));
        var created = BucketTags();

        await UpdateAsync(BucketWith("Tags: [{ Key: c, Value: d }]"));

        Assert.Equal(new Dictionary<string, string> { ["a"] = "b", ["team"] = "field" }, created);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "d", ["team"] = "field" }, BucketTags());
    }

    [Fact]
    public async Task A_bucket_takes_no_tag_that_S3_refuses()
    {
        await CreateAsync(BucketWith("Tags: [{ Key: 'aws:a', Value: b }]"));

        Assert.Contains(
            "System tags cannot be added/updated by requester",
            await ReasonAsync("stack", "CREATE_FAILED"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x]", "#/Tags/0: expected type: JSONObject, found: String")]
    [InlineData("[{ Value: b }]", "#/Tags: required key [Key] not found")]
    [InlineData("[{ Key: a, Value: b }, { Key: a, Value: c }]", "#/Tags: duplicate key [a] is not permitted")]
    public async Task Tags_that_are_none_are_refused_at_once(string tags, string problem)
    {
        var refused = await CallAsync(
            "CreateStack", ("StackName", "stack"), ("TemplateBody", StreamWith("ShardCount: 1, Tags: " + tags)));

        Assert.Equal("ValidationError", refused.Code);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[!Ref 'AWS::StackName']", "#/Tags/0: expected type: JSONObject, found: String")]
    [InlineData(
        "[{ Key: stack, Value: a }, { Key: !Ref 'AWS::StackName', Value: b }]",
        "#/Tags: duplicate key [stack] is not permitted")]
    public async Task Tags_that_turn_out_to_be_none_are_refused_by_every_operation(string tags, string problem)
    {
        await CreateAsync(StreamWith("ShardCount: 1"));
        var template = ("TemplateBody", StreamWith("ShardCount: 1, Tags: " + tags));
        var tag = new[] { ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "field") };

        var planned = await CallAsync(
            "CreateChangeSet", [("StackName", "stack"), ("ChangeSetName", "next"), template, .. tag]);
        var updated = await CallAsync("UpdateStack", [("StackName", "stack"), template, .. tag]);

        Assert.Equal("ValidationError", planned.Code);
        Assert.Contains(problem, planned.Message, StringComparison.Ordinal);
        Assert.Equal("ValidationError", updated.Code);
    }

    private static string BucketWith(string properties) =>
        "Resources: { Lake: { Type: AWS::S3::Bucket, Properties: { BucketName: lake, " + properties + " } } }";

    private IReadOnlyDictionary<string, string> BucketTags() =>
        LocalAws.Services.GetRequiredService<ObjectStore>().GetBucket("lake").Tags;

    private static string StreamWith(string properties) => $$"""
        Resources:
          Stream:
            Type: AWS::Kinesis::Stream
            Properties: { Name: readings, {{properties.ReplaceLineEndings(" ")}} }
        """;

    private static string DeliveryStreamWith(string destination) => $$"""
        Resources:
          ToLake:
            Type: AWS::KinesisFirehose::DeliveryStream
            Properties:
              DeliveryStreamName: to-lake
              ExtendedS3DestinationConfiguration:
                { BucketARN: "arn:aws:s3:::lake", RoleARN: "arn:aws:iam::000000000000:role/r", {{destination}} }
        """;

    private static string TableWith(string properties) => $$"""
        Resources:
          Database: { Type: AWS::Timestream::Database, Properties: { DatabaseName: telemetry } }
          Table:
            Type: AWS::Timestream::Table
            Properties: { DatabaseName: !Ref Database, TableName: readings, {{properties}} }
        """;

    private static string Retention(int hours, string days) =>
        $"{{ MemoryStoreRetentionPeriodInHours: {hours}, MagneticStoreRetentionPeriodInDays: \"{days}\" }}";

    private async Task<JsonElement> SummaryAsync()
    {
        var summary = await KinesisAsync("DescribeStreamSummary", """{"StreamName":"readings"}""");
        return JsonElement.Parse(summary.Body).GetProperty("StreamDescriptionSummary");
    }
}
