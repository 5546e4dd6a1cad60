using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class ChangeSetTests : CloudFormationTest
{
    private const string Template = """
        Resources:
          Stream:
            Type: AWS::Kinesis::Stream
            Properties: { Name: readings, ShardCount: 1 }
        """;

    private const string Chain = """
        Parameters: { Topic: { Type: String, Default: readings } }
        Resources:
          Source: { Type: AWS::Kinesis::Stream, Properties: { Name: !Ref Topic, ShardCount: 1 } }
          Sink:
            Type: AWS::Kinesis::Stream
            Properties: { Name: sink, ShardCount: 1, Tags: [{ Key: arn, Value: !GetAtt Source.Arn }] }
          Last: { Type: AWS::Kinesis::Stream, Properties: { Name: !Sub "last-${Source}", ShardCount: 1 } }
        """;

    private static readonly string TwoShards =
        Template.Replace("ShardCount: 1", "ShardCount: 2", StringComparison.Ordinal);

    [Fact]
    public async Task A_change_set_makes_a_new_stack()
    {
        var made = await MakeAsync("first", Template, "CREATE");
        var review = await CallAsync("DescribeStacks", ("StackName", "stack"));
        await CallAsync("ExecuteChangeSet", ("ChangeSetName", made.Value("Id")!));

        var stack = await EndAsync(made.Value("StackId")!);

        Assert.Equal("REVIEW_IN_PROGRESS", review.Value("StackStatus"));
        Assert.Equal("CREATE_COMPLETE", stack.Value("StackStatus"));
        Assert.Equal("EXECUTE_COMPLETE", (await DescribeAsync("first")).Value("ExecutionStatus"));
    }

    [Theory]
    [InlineData("ShardCount: 1", "ShardCount: 2", "False", "Never")]
    [InlineData("Name: readings", "Name: others", "True", "Always")]
    public async Task A_change_set_tells_what_would_become_of_a_resource(
        string before, string after, string replacement, string recreation)
    {
        await CreateAsync(Template);
        await MakeAsync("next", Template.Replace(before, after, StringComparison.Ordinal), "UPDATE");

        var described = await DescribeAsync("next");

        Assert.Equal("CREATE_COMPLETE", described.Value("Status"));
        Assert.Equal("Modify", described.Value("Action"));
        Assert.Equal(replacement, described.Value("Replacement"));
        Assert.Equal(recreation, described.Value("RequiresRecreation"));
    }

    [Fact]
    public async Task A_change_set_tells_the_parameter_or_the_resource_that_a_change_comes_from()
    {
        await CreateAsync(Chain);
        var twoShards = Chain.Replace("sink, ShardCount: 1", "sink, ShardCount: 2", StringComparison.Ordinal);
        await MakeAsync(
            "next",
            twoShards,
            "UPDATE",
            ("Parameters.member.1.ParameterKey", "Topic"),
            ("Parameters.member.1.ParameterValue", "others"));

        var described = await DescribeAsync("next");

        Assert.Equal(
            ["DirectModification", "ParameterReference", "ResourceAttribute", "ResourceReference"],
            described.Values("ChangeSource").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Source", "Source.Arn", "Topic"], described.Values("CausingEntity").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_replacing_property_whose_value_is_not_known_yet_replaces_perhaps()
    {
        await CreateAsync(Chain);
        await MakeAsync(
            "next",
            Chain,
            "UPDATE",
            ("Parameters.member.1.ParameterKey", "Topic"),
            ("Parameters.member.1.ParameterValue", "others"));

        var described = await DescribeAsync("next");

        Assert.Equal(["Source", "Sink", "Last"], described.Values("LogicalResourceId"));
        Assert.Equal(["True", "False", "Conditional"], described.Values("Replacement"));
        Assert.Equal(["Always", "Never", "Always"], described.Values("RequiresRecreation"));
        Assert.Equal(["Static", "Dynamic", "Dynamic"], described.Values("Evaluation"));
    }

    [Fact]
    public async Task Tags_of_the_stack_are_told_as_such()
    {
        await CreateAsync(Template);
        await MakeAsync("next", Template, "UPDATE", ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "lake"));

        var described = await DescribeAsync("next");

        Assert.Equal("Tags", described.Value("Attribute"));
        Assert.Equal("Tags", Assert.Single(described.Document.Descendants(), e => e.Name.LocalName == "Scope").Value);
        Assert.Equal("False", described.Value("Replacement"));
        Assert.Null(described.Value("Name"));
    }

    [Fact]
    public async Task A_change_set_without_changes_fails_in_the_words_of_AWS()
    {
        await CreateAsync(Template);
        await MakeAsync("none", Template, "UPDATE");

        var described = await DescribeAsync("none");
        var refused = await CallAsync("ExecuteChangeSet", ("ChangeSetName", "none"), ("StackName", "stack"));

        Assert.Equal("FAILED", described.Value("Status"));
        Assert.StartsWith(
            "The submitted information didn't contain changes.", described.Value(
                "StatusReason"),
                StringComparison.Ordinal);
        Assert.Equal("InvalidChangeSetStatus", refused.Code);
    }

    [Fact]
    public async Task The_others_are_no_more_once_one_is_executed()
    {
        await CreateAsync(Template);
        await MakeAsync("none", Template, "UPDATE");
        await MakeAsync("one", TwoShards, "UPDATE");
        await MakeAsync("two", TwoShards, "UPDATE");

        await CallAsync("ExecuteChangeSet", ("ChangeSetName", "one"), ("StackName", "stack"));
        await EndAsync("stack");

        Assert.Equal(["one"], (await CallAsync("ListChangeSets", ("StackName", "stack"))).Values("ChangeSetName"));
    }

    [Fact]
    public async Task They_are_obsolete_once_the_stack_is_updated_without_them()
    {
        await CreateAsync(Template);
        await MakeAsync("one", TwoShards, "UPDATE");

        await UpdateAsync(TwoShards);

        Assert.Equal("OBSOLETE", (await DescribeAsync("one")).Value("ExecutionStatus"));
    }

    [Fact]
    public async Task Change_sets_without_changes_never_keep_another_from_being_made()
    {
        await CreateAsync(Template);
        for (var i = 0; i < 100; i++)
        {
            await MakeAsync("none" + i, Template, "UPDATE");
        }

        var made = await MakeAsync("next", TwoShards, "UPDATE");

        Assert.NotNull(made.Value("Id"));
        Assert.Equal("ChangeSetNotFound", (await DescribeAsync("none0")).Code);
        Assert.Equal("FAILED", (await DescribeAsync("none1")).Value("Status"));
    }

    [Fact]
    public async Task Of_two_calls_that_found_a_change_set_only_one_executes_it()
    {
        await CreateAsync(Template);
        await MakeAsync("one", TwoShards, "UPDATE");
        var commands = LocalAws.Services.GetRequiredService<StackCommands>();
        var stack = LocalAws.Services.GetRequiredService<StackStore>().Find("stack")!;
        var changeSet = stack.Record.ChangeSets.Single();
        commands.Execute(stack, Execution(changeSet));
        await EndAsync("stack");

        var refused = Assert.Throws<AwsException>(() => commands.Execute(stack, Execution(changeSet)));

        Assert.Equal("InvalidChangeSetStatus", refused.Code);
    }

    [Fact]
    public async Task A_deleted_change_set_is_no_more()
    {
        await MakeAsync("first", Template, "CREATE");

        await CallAsync("DeleteChangeSet", ("ChangeSetName", "first"), ("StackName", "stack"));

        Assert.Equal("ChangeSetNotFound", (await DescribeAsync("first")).Code);
        Assert.Empty((await CallAsync("ListChangeSets", ("StackName", "stack"))).Values("ChangeSetName"));
    }

    [Fact]
    public async Task A_stack_that_is_there_cannot_be_created_again()
    {
        await CreateAsync(Template);

        Assert.Equal(
            "Stack [stack] already exists and cannot be created again with the changeSet [again].",
            (await MakeAsync("again", Template, "CREATE")).Message);
    }

    [Theory]
    [InlineData("arn:aws:cloudformation:us-east-1:000000000000:stack/absent/1", "CREATE", "does not exist")]
    [InlineData("arn:aws:cloudformation:us-east-1:000000000000:stack/absent/1", "UPDATE", "does not exist")]
    [InlineData("arn:aws:../../x y", "CREATE", "failed to satisfy constraint")]
    [InlineData("arn:", "CREATE", "failed to satisfy constraint")]
    [InlineData("-stack", "CREATE", "failed to satisfy constraint")]
    public async Task A_change_set_makes_no_stack_whose_name_is_none(string name, string type, string message)
    {
        var refused = await CallAsync(
            "CreateChangeSet",
            ("StackName", name),
            ("ChangeSetName", "first"),
            ("TemplateBody", Template),
            ("ChangeSetType", type));

        Assert.Equal("ValidationError", refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty((await CallAsync("ListStacks")).Values("StackName"));
    }

    private static StackOperation Execution(ChangeSet changeSet) => new()
    {
        Id = Guid.NewGuid(),
        Kind = OperationKind.Update,
        Target = changeSet.Definition,
        StartedAt = DateTimeOffset.UnixEpoch,
        OnFailure = FailureAction.Rollback,
        ChangeSetId = changeSet.Id,
    };

    private Task<Protocol.QueryResponse> MakeAsync(
        string name, string template, string type, params (string Name, string Value)[] more) => CallAsync(
        "CreateChangeSet",
        [
            ("StackName", "stack"),
            ("ChangeSetName", name),
            ("TemplateBody", template),
            ("ChangeSetType", type),
            .. more,
        ]);

    private Task<Protocol.QueryResponse> DescribeAsync(string name) =>
        CallAsync("DescribeChangeSet", ("ChangeSetName", name), ("StackName", "stack"));
}
