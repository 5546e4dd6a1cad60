namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>CloudFormation as clients nobody here wrote see it.</summary>
public sealed class CloudFormationScenarioTests(CloudFormationScenario scenario)
    : ScenarioTests(scenario), IClassFixture<CloudFormationScenario>
{
    private readonly CloudFormationScenario _scenario = scenario;

    protected override string Service => "CloudFormation";

    [Theory, EveryClient]
    public async Task A_template_is_validated_and_summed_up(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("24", answers["ValidateTemplate.Parameters.0.DefaultValue"]);
        Assert.Equal("CAPABILITY_IAM", answers["ValidateTemplate.Capabilities.0"]);
        Assert.Equal(7, answers.Items("GetTemplateSummary.ResourceTypes").Count);
        Assert.Equal("ValidationError", answers["ValidateUnknownType.Error.Code"]);
        Assert.Contains("AWS::CloudFront::Distribution", answers["CreateUnknownType.Error.Message"]);
    }

    [Theory, EveryClient]
    public async Task A_stack_makes_its_resources_and_tells_its_outputs(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);
        var arn = "arn:aws:kinesis:us-east-1:000000000000:stream/fleet-readings";

        Assert.Equal("CREATE_COMPLETE", answers["DescribeStacks.Stacks.0.StackStatus"]);
        Assert.Equal("field", answers["DescribeStacks.Stacks.0.Tags.0.Value"]);
        Assert.Equal(
            ["Kept=short", $"StreamArn={arn}"],
            answers.Items("DescribeStacks.Stacks.0.Outputs")
                .Select(output => $"{output.GetProperty("OutputKey")}={output.GetProperty("OutputValue")}").Order());
        Assert.Equal(arn, answers["ListExports.Exports.0.Value"]);
        Assert.Equal(arn, answers["DescribeStreamSummary.StreamDescriptionSummary.StreamARN"]);
        Assert.Equal("1", answers["DescribeStreamSummary.StreamDescriptionSummary.ConsumerCount"]);
    }

    [Theory, EveryClient]
    public async Task A_stack_is_described_by_its_resources_events_and_template(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal(7, answers.Items("DescribeStackResources.StackResources").Count);
        Assert.Equal(7, answers.Items("ListStackResources.StackResourceSummaries").Count);
        Assert.Equal("CREATE_COMPLETE", answers["DescribeStackEvents.StackEvents.0.ResourceStatus"]);
        Assert.Contains(
            "no local effect", answers["DescribeStackResource.StackResourceDetail.ResourceStatusReason"]);
        Assert.Contains("!GetAtt Readings.Arn", answers["GetTemplate.TemplateBody"]);
        Assert.Equal("fleet", answers["ListStacks.StackSummaries.0.StackName"]);
        Assert.Contains("not imported", answers["ListImports.Error.Message"]);
    }

    [Theory, EveryClient]
    public async Task An_update_changes_the_resources(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("UPDATE_COMPLETE", answers["Updated.Stacks.0.StackStatus"]);
        Assert.Equal("48", answers["UpdatedStream.StreamDescriptionSummary.RetentionPeriodHours"]);
        Assert.Equal("No updates are to be performed.", answers["UpdateWithNothing.Error.Message"]);
    }

    [Theory, EveryClient]
    public async Task A_change_set_tells_what_it_will_change_and_then_changes_it(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("AVAILABLE", answers["DescribeChangeSet.ExecutionStatus"]);
        Assert.Equal("Modify", answers["DescribeChangeSet.Changes.0.ResourceChange.Action"]);
        Assert.Equal("Readings", answers["DescribeChangeSet.Changes.0.ResourceChange.LogicalResourceId"]);
        Assert.Equal("longer", answers["ListChangeSets.Summaries.0.ChangeSetName"]);
        Assert.Equal("72", answers["ExecutedStream.StreamDescriptionSummary.RetentionPeriodHours"]);
        Assert.Null(answers["DeleteChangeSet.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_stack_that_cannot_be_made_is_rolled_back(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ROLLBACK_COMPLETE", answers["RolledBack.Stacks.0.StackStatus"]);
        Assert.Equal("ResourceNotFoundException", answers["StreamOfBroken.Error.Code"]);
        Assert.Contains("can not continue rollback", answers["ContinueUpdateRollback.Error.Message"]);
    }

    [Theory, EveryClient]
    public async Task A_deleted_stack_takes_its_resources_with_it_unless_it_is_protected(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Contains("TerminationProtection", answers["DeleteProtected.Error.Message"]);
        Assert.Equal("DELETE_COMPLETE", answers["Deleted.Stacks.0.StackStatus"]);
        Assert.Equal("ResourceNotFoundException", answers["DeletedStream.Error.Code"]);
        Assert.Equal("ValidationError", answers["DescribeAbsent.Error.Code"]);
    }
}
