using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

/// <summary>Clients nobody here wrote: the AWS CLI and boto3, where they are installed.</summary>
public sealed class ForeignClientTests : CloudFormationTest
{
    private const string Boto3Program = """
        cloudformation = client("cloudformation")
        template = '''TEXT'''
        wait = {"Delay": 1, "MaxAttempts": 30}
        made = cloudformation.create_stack(StackName="boto", TemplateBody=template)
        cloudformation.get_waiter("stack_create_complete").wait(StackName="boto", WaiterConfig=wait)
        stack = cloudformation.describe_stacks(StackName="boto")["Stacks"][0]
        cloudformation.update_stack(StackName="boto", TemplateBody=template,
            Parameters=[{"ParameterKey": "Big", "ParameterValue": "true"}])
        cloudformation.get_waiter("stack_update_complete").wait(StackName="boto", WaiterConfig=wait)
        updated = cloudformation.describe_stacks(StackName="boto")["Stacks"][0]
        events = [event for page in cloudformation.get_paginator("describe_stack_events").paginate(StackName="boto")
            for event in page["StackEvents"]]
        cloudformation.delete_stack(StackName="boto")
        cloudformation.get_waiter("stack_delete_complete").wait(StackName="boto", WaiterConfig=wait)
        deleted = cloudformation.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])
        value = lambda stack, key: next(o["OutputValue"] for o in stack["Outputs"] if o["OutputKey"] == key)
        print(json.dumps({
            "id": made["StackId"] == stack["StackId"],
            "chosen": [value(stack, "Chosen"), value(updated, "Chosen")],
            "last": events[0]["ResourceStatus"],
            "deleted": deleted["StackSummaries"][0]["StackName"],
        }))
        """;

    [Fact]
    public async Task Boto3_creates_updates_and_deletes_with_its_waiters()
    {
        var program = Boto3Program.Replace("TEXT", Sample("intrinsics.yaml"), StringComparison.Ordinal);

        using var result = JsonDocument.Parse(await ForeignClient.Boto3Async(LocalAws.Url, program));

        var root = result.RootElement;
        Assert.True(root.GetProperty("id").GetBoolean());
        Assert.Equal(["7", "70"], root.GetProperty("chosen").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal("UPDATE_COMPLETE", root.GetProperty("last").GetString());
        Assert.Equal("boto", root.GetProperty("deleted").GetString());
    }

    [Fact]
    public async Task The_AWS_CLI_deploys_and_a_second_time_finds_nothing_to_do()
    {
        var file = Path.Combine(ForeignClient.Folder, "CloudFormation", "Samples", "telemetry.yaml");
        string[] deploy =
        [
            "cloudformation", "deploy", "--stack-name", "cli", "--template-file", file,
            "--capabilities", "CAPABILITY_IAM", "--no-fail-on-empty-changeset",
        ];

        await ForeignClient.AwsAsync(LocalAws.Url, [.. deploy, "--parameter-overrides", "Shards=1"]);
        var again = await ForeignClient.AwsAsync(LocalAws.Url, [.. deploy, "--parameter-overrides", "Shards=1"]);
        using var stacks = JsonDocument.Parse(await ForeignClient.AwsAsync(
            LocalAws.Url, "cloudformation", "describe-stacks", "--stack-name", "cli"));

        Assert.Contains("No changes to deploy", again, StringComparison.Ordinal);
        var stack = stacks.RootElement.GetProperty("Stacks")[0];
        Assert.Equal("CREATE_COMPLETE", stack.GetProperty("StackStatus").GetString());
    }

    [Fact]
    public async Task The_AWS_CLI_reads_templates_and_summaries()
    {
        await CreateAsync(Sample("intrinsics.yaml"));

        using var summary = JsonDocument.Parse(await ForeignClient.AwsAsync(
            LocalAws.Url, "cloudformation", "get-template-summary", "--stack-name", "stack"));
        using var template = JsonDocument.Parse(await ForeignClient.AwsAsync(
            LocalAws.Url, "cloudformation", "get-template", "--stack-name", "stack"));

        Assert.Equal(
            ["Names", "Big"],
            summary.RootElement.GetProperty("Parameters").EnumerateArray()
                .Select(parameter => parameter.GetProperty("ParameterKey").GetString()));
        Assert.Equal(
            Sample("intrinsics.yaml").Trim(), template.RootElement.GetProperty("TemplateBody").GetString()!.Trim());
    }
}
