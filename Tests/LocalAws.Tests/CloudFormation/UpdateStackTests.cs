using System.Net;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class UpdateStackTests : CloudFormationTest
{
    private const string Stream = """{"StreamName":"readings"}""";

    [Fact]
    public async Task A_change_in_place_keeps_the_resource()
    {
        await CreateAsync(Template(hours: 24));

        var stack = await UpdateAsync(Template(hours: 48));

        Assert.Equal("UPDATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Contains(
            "\"RetentionPeriodHours\":48", (
                await KinesisAsync("DescribeStreamSummary", Stream)).Body,
                StringComparison.Ordinal);
        Assert.DoesNotContain("Stream DELETE_COMPLETE", await EventsAsync("stack"));
    }

    [Fact]
    public async Task A_new_name_replaces_the_resource_and_the_old_one_goes_last()
    {
        await CreateAsync(Template(name: "before"));

        await UpdateAsync(Template(name: "after"));

        Assert.Equal(
            [
                "stack UPDATE_IN_PROGRESS", "Stream UPDATE_IN_PROGRESS", "Stream UPDATE_IN_PROGRESS",
                "Stream UPDATE_COMPLETE", "stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "Stream DELETE_IN_PROGRESS",
                "Stream DELETE_COMPLETE", "stack UPDATE_COMPLETE",
            ],
            (await EventsAsync("stack")).TakeLast(8));
        Assert.Equal(
            "ResourceNotFoundException",
            (await KinesisAsync("DescribeStreamSummary", """{"StreamName":"before"}""")).ErrorType);
    }

    [Fact]
    public async Task A_failed_update_restores_the_earlier_properties()
    {
        await CreateAsync(Template(hours: 24));

        var stack = await UpdateAsync(Template(hours: 48) + """
              Refused:
                Type: AWS::Kinesis::Stream
                DependsOn: Stream
                Properties: { ShardCount: 0 }
            """);

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", stack.Value("StackStatus"));
        Assert.Contains(
            "\"RetentionPeriodHours\":24", (
                await KinesisAsync("DescribeStreamSummary", Stream)).Body,
                StringComparison.Ordinal);
        Assert.Single((await CallAsync("ListStackResources", ("StackName", "stack"))).Values("LogicalResourceId"));
    }

    [Fact]
    public async Task A_failed_update_brings_a_replaced_resource_back()
    {
        await CreateAsync(Template(name: "before"));

        await UpdateAsync(Template(name: "after") + """
              Refused:
                Type: AWS::Kinesis::Stream
                DependsOn: Stream
                Properties: { ShardCount: 0 }
            """);

        var resource = await CallAsync(
            "DescribeStackResource", ("StackName", "stack"), ("LogicalResourceId", "Stream"));
        Assert.Equal("before", resource.Value("PhysicalResourceId"));
        Assert.Equal(
            HttpStatusCode.OK, (await KinesisAsync("DescribeStreamSummary", """{"StreamName":"before"}""")).StatusCode);
        Assert.Equal(
            "ResourceNotFoundException",
            (await KinesisAsync("DescribeStreamSummary", """{"StreamName":"after"}""")).ErrorType);
    }

    [Theory]
    [InlineData("added", 1)]
    [InlineData("renamed", 2)]
    public async Task A_failed_creation_is_tried_again_with_what_the_template_says_now(string name, int shards)
    {
        await CreateAsync(Template());
        var failed = await UpdateAsync(
            Template() + Added("added", shards: 100_000), ("DisableRollback", "true"));

        var stack = await UpdateAsync(Template() + Added(name, shards), ("DisableRollback", "true"));

        Assert.Equal("UPDATE_FAILED", failed.Value("StackStatus"));
        Assert.Equal("UPDATE_COMPLETE", stack.Value("StackStatus"));
        var summary = await KinesisAsync("DescribeStreamSummary", $$"""{"StreamName":"{{name}}"}""");
        Assert.Contains($"\"OpenShardCount\":{shards}", summary.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_failed_creation_left_gets_the_properties_of_now()
    {
        await CreateAsync(Template());
        await UpdateAsync(Template() + Added("added", shards: 1, hours: 100_000), ("DisableRollback", "true"));

        var stack = await UpdateAsync(Template() + Added("added", shards: 2, hours: 48));

        Assert.Equal("UPDATE_COMPLETE", stack.Value("StackStatus"));
        var summary = await KinesisAsync("DescribeStreamSummary", """{"StreamName":"added"}""");
        Assert.Contains("\"OpenShardCount\":2", summary.Body, StringComparison.Ordinal);
        Assert.Contains("\"RetentionPeriodHours\":48", summary.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_creation_is_nothing_to_roll_back_to()
    {
        await CreateAsync(Template());
        await UpdateAsync(Template() + Added("added", shards: 100_000), ("DisableRollback", "true"));

        var stack = await UpdateAsync(Template() + Added("added", shards: 200_000));

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", stack.Value("StackStatus"));
        Assert.Single((await CallAsync("ListStackResources", ("StackName", "stack"))).Values("LogicalResourceId"));
    }

    [Fact]
    public async Task What_the_template_no_longer_has_is_deleted_unless_it_says_otherwise()
    {
        await CreateAsync(Template(name: "gone") + """
              Kept:
                Type: AWS::Kinesis::Stream
                DeletionPolicy: Retain
                Properties: { Name: kept, ShardCount: 1 }
              Bucket: { Type: AWS::S3::Bucket }
            """);

        await UpdateAsync("Resources: { Bucket: { Type: AWS::S3::Bucket } }");

        Assert.Contains("Kept DELETE_SKIPPED", await EventsAsync("stack"));
        Assert.Contains("Stream DELETE_COMPLETE", await EventsAsync("stack"));
        Assert.Equal(
            HttpStatusCode.OK, (await KinesisAsync("DescribeStreamSummary", """{"StreamName":"kept"}""")).StatusCode);
    }

    [Fact]
    public async Task A_stack_tag_reaches_the_stream()
    {
        await CreateAsync(Template());

        await UpdateAsync(Template(), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "field"));

        var tags = await KinesisAsync("ListTagsForStream", Stream);
        Assert.Contains("\"field\"", tags.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_is_refused()
    {
        await CreateAsync(Template());

        var refused = await CallAsync("UpdateStack", ("StackName", "stack"), ("TemplateBody", Template()));

        Assert.Equal("ValidationError", refused.Code);
        Assert.Equal("No updates are to be performed.", refused.Message);
    }

    [Fact]
    public async Task A_resource_cannot_become_one_of_another_type()
    {
        await CreateAsync(Template());

        var refused = await CallAsync(
            "UpdateStack",
            ("StackName", "stack"),
            ("TemplateBody", "Resources: { Stream: { Type: AWS::S3::Bucket } }"));

        Assert.Equal(
            "Update of resource type is not permitted. The new template modifies resource type of the following "
            + "resources: [Stream]",
            refused.Message);
    }

    [Fact]
    public async Task A_stack_that_does_not_exist_is_named()
    {
        var refused = await CallAsync("UpdateStack", ("StackName", "absent"), ("TemplateBody", Template()));

        Assert.Equal("Stack [absent] does not exist", refused.Message);
    }

    private static string Added(string name, int shards, int hours = 24) => $$"""
          Added:
            Type: AWS::Kinesis::Stream
            Properties: { Name: {{name}}, ShardCount: {{shards}}, RetentionPeriodHours: {{hours}} }
        """;

    private static string Template(string name = "readings", int hours = 24) => $$"""
        Resources:
          Stream:
            Type: AWS::Kinesis::Stream
            Properties: { Name: {{name}}, ShardCount: 1, RetentionPeriodHours: {{hours}} }

        """;
}
