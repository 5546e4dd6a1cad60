using System.Net;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class CreateStackTests : CloudFormationTest
{
    private const string Capability = "Capabilities.member.1";

    private const string Taken = """
        Resources:
          First: { Type: AWS::S3::Bucket }
          Second:
            Type: AWS::Kinesis::Stream
            DependsOn: First
            Properties: { Name: taken, ShardCount: 1 }
        """;

    [Fact]
    public async Task A_stack_makes_its_resources_and_gives_its_outputs()
    {
        var stack = await CreateAsync(Sample("telemetry.yaml"), (Capability, "CAPABILITY_IAM"));

        Assert.Equal("CREATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal("stack-readings", Output(stack, "StreamName"));
        Assert.Equal("arn:aws:kinesis:us-east-1:000000000000:stream/stack-readings", Output(stack, "StreamArn"));
        Assert.Equal("stack_db|readings", Output(stack, "TableRef"));
        var summary = await KinesisAsync("DescribeStreamSummary", """{"StreamName":"stack-readings"}""");
        Assert.Contains("\"OpenShardCount\":2", summary.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_come_in_the_order_of_AWS()
    {
        await CreateAsync("Resources: { Bucket: { Type: AWS::S3::Bucket } }");

        Assert.Equal(
            [
                "stack CREATE_IN_PROGRESS", "Bucket CREATE_IN_PROGRESS", "Bucket CREATE_IN_PROGRESS",
                "Bucket CREATE_COMPLETE", "stack CREATE_COMPLETE",
            ],
            await EventsAsync("stack"));
    }

    [Fact]
    public async Task A_resource_gets_a_name_as_AWS_makes_one()
    {
        await CreateAsync("Resources: { Bucket: { Type: AWS::S3::Bucket } }");

        var resources = await CallAsync("ListStackResources", ("StackName", "stack"));

        Assert.Matches("^stack-bucket-[a-z0-9]{12}$", resources.Value("PhysicalResourceId"));
    }

    [Fact]
    public async Task Events_say_what_has_no_local_effect()
    {
        await CreateAsync(Sample("telemetry.yaml"), (Capability, "CAPABILITY_IAM"));

        var reasons = (await CallAsync("DescribeStackEvents", ("StackName", "stack"))).Values("ResourceStatusReason");

        Assert.Contains("No local effect: BucketEncryption.", reasons);
        Assert.Contains(
            reasons, reason => reason.StartsWith("AWS::IAM::Role has no local effect",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_stacks_that_want_one_name_at_once_the_one_that_gets_it_keeps_it()
    {
        for (var round = 1; round <= 5; round++)
        {
            var template = "Resources: { Stream: { Type: AWS::Kinesis::Stream, Properties: "
                + $"{{ Name: wanted-{round}, ShardCount: 1 }} }} }}";
            var names = new[] { $"one-{round}", $"other-{round}" };
            await Task.WhenAll(names.Select(name =>
                CallAsync("CreateStack", ("StackName", name), ("TemplateBody", template))));

            var statuses = await Task.WhenAll(names.Select(async name => (await EndAsync(name)).Value("StackStatus")));

            Assert.Equal(["CREATE_COMPLETE", "ROLLBACK_COMPLETE"], statuses.Order());
            var request = $$"""{"StreamName":"wanted-{{round}}"}""";
            Assert.Equal(HttpStatusCode.OK, (await KinesisAsync("DescribeStreamSummary", request)).StatusCode);
        }
    }

    [Fact]
    public async Task A_failed_creation_is_rolled_back_and_leaves_what_it_did_not_make()
    {
        await KinesisAsync("CreateStream", """{"StreamName":"taken","ShardCount":1}""");

        var stack = await CreateAsync(Taken);

        Assert.Equal("ROLLBACK_COMPLETE", stack.Value("StackStatus"));
        Assert.Contains(
            "'taken' already exists.", await ReasonAsync("stack", "CREATE_FAILED"),
            StringComparison.Ordinal);
        Assert.Contains("First DELETE_COMPLETE", await EventsAsync("stack"));
        Assert.Equal(
            HttpStatusCode.OK,
            (await KinesisAsync("DescribeStreamSummary", """{"StreamName":"taken"}""")).StatusCode);
    }

    [Theory]
    [InlineData("DisableRollback", "true", "CREATE_FAILED")]
    [InlineData("OnFailure", "DO_NOTHING", "CREATE_FAILED")]
    [InlineData("OnFailure", "DELETE", "DELETE_COMPLETE")]
    public async Task A_failed_creation_ends_as_asked(string name, string value, string status)
    {
        await KinesisAsync("CreateStream", """{"StreamName":"taken","ShardCount":1}""");

        Assert.Equal(status, (await CreateAsync(Taken, (name, value))).Value("StackStatus"));
    }

    [Fact]
    public async Task A_repeated_token_gives_the_same_stack_and_another_call_fails()
    {
        const string Template = "Resources: { Bucket: { Type: AWS::S3::Bucket } }";
        var first = await CreateAsync(Template, ("ClientRequestToken", "token-1"));

        var again = await CreateAsync(Template, ("ClientRequestToken", "token-1"));
        var other = await CallAsync("CreateStack", ("StackName", "stack"), ("TemplateBody", Template));

        Assert.Equal(first.Value("StackId"), again.Value("StackId"));
        Assert.Equal("AlreadyExistsException", other.Code);
        Assert.Equal("Stack [stack] already exists", other.Message);
    }

    [Fact]
    public async Task Permissions_are_made_only_with_the_capability()
    {
        var refused = await CallAsync(
            "CreateStack", ("StackName", "stack"), ("TemplateBody", Sample("telemetry.yaml")));

        Assert.Equal("InsufficientCapabilitiesException", refused.Code);
        Assert.Equal("Requires capabilities : [CAPABILITY_IAM]", refused.Message);
    }

    [Fact]
    public async Task Every_function_gives_its_value()
    {
        var stack = await CreateAsync(Sample("intrinsics.yaml"));

        Assert.Equal("one-two-three", Output(stack, "Joined"));
        Assert.Equal("two", Output(stack, "Selected"));
        Assert.Equal("c", Output(stack, "Split"));
        Assert.Matches(
            "^us-east-1 arn:aws:s3:::stack-bucket-[a-z0-9]{12} false \\$\\{Literal}$", Output(stack, "Substituted"));
        Assert.Equal("7", Output(stack, "Chosen"));
        Assert.Equal("aGVsbG8=", Output(stack, "Encoded"));
        Assert.Equal("us-east-1a", Output(stack, "Zone"));
        Assert.Equal("aws.amazonaws.com.000000000000.stack", Output(stack, "Suffix"));
    }

    [Theory]
    [InlineData(
        "",
        "Value '' at 'stackName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("1st", "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*")]
    public async Task A_name_that_AWS_refuses_is_refused(string name, string message)
    {
        var refused = await CallAsync("CreateStack", ("StackName", name), ("TemplateBody", "{}"));

        Assert.Equal("ValidationError", refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_may_be_an_object_in_S3()
    {
        using var http = LocalAws.CreateClient();
        await http.PutAsync("/templates", null, Cancellation);
        using var content = new StringContent(Sample("intrinsics.yaml"));
        await http.PutAsync("/templates/a.yaml", content, Cancellation);

        var begun = await CallAsync(
            "CreateStack", ("StackName", "stack"), ("TemplateURL", $"{LocalAws.Url}templates/a.yaml"));

        Assert.Equal("CREATE_COMPLETE", (await EndAsync(begun.Value("StackId")!)).Value("StackStatus"));
    }

    [Theory]
    [InlineData("https://example.com/a.yaml", "TemplateURL must be a supported URL")]
    [InlineData("https://s3.amazonaws.com/absent/a.yaml", "NoSuchBucket")]
    [InlineData("file:///etc/passwd", "TemplateURL must be a supported URL")]
    public async Task No_other_address_is_read(string url, string message)
    {
        var refused = await CallAsync("CreateStack", ("StackName", "stack"), ("TemplateURL", url));

        Assert.Equal("ValidationError", refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
