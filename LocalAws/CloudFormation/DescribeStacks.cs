using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Describes one stack, or all that are not deleted.</summary>
internal sealed class DescribeStacks(StackStore store) : IOperation<DescribeStacksRequest, DescribeStacksResponse>
{
    public ValueTask<DescribeStacksResponse> InvokeAsync(
        DescribeStacksRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<StackRecord> stacks = request.StackName is { } name
            ? [StackNames.Find(store, name, StackErrors.NotFound).Record]
            : [.. store.List().Select(stack => stack.Record).Where(stack => stack.DeletedAt is null)];
        return ValueTask.FromResult(new DescribeStacksResponse(
            Page.Of(stacks, stack => stack.Id, request.NextToken)));
    }
}

internal sealed record DescribeStacksRequest(string? StackName, string? NextToken)
    : IQueryRequest<DescribeStacksRequest>
{
    public static DescribeStacksRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("NextToken"));
}

internal sealed record DescribeStacksResponse(Page<StackRecord> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("Stacks", Page.Items, WriteStack);
        xml.Text("NextToken", Page.NextToken);
    }

    private static void WriteStack(QueryXml xml, StackRecord stack)
    {
        xml.Text("StackId", stack.Id);
        xml.Text("StackName", stack.Name);
        xml.Text("ChangeSetId", stack.ChangeSetId);
        var template = StackTemplates.Of(stack.Definition.TemplateBody);
        xml.Text("Description", template.Description);
        xml.List("Parameters", stack.Definition.Parameters, (member, parameter) =>
        {
            member.Text("ParameterKey", parameter.Key);
            member.Text("ParameterValue", StackTemplates.Shown(template, parameter));
        });
        xml.Time("CreationTime", stack.CreatedAt);
        xml.Time("DeletionTime", stack.DeletedAt);
        xml.Time("LastUpdatedTime", stack.UpdatedAt);
        xml.Structure("RollbackConfiguration", _ => { });
        xml.Text("StackStatus", stack.Status);
        xml.Text("StackStatusReason", stack.StatusReason);
        xml.Flag("DisableRollback", stack.DisableRollback);
        xml.Texts("NotificationARNs", stack.Definition.NotificationArns);
        xml.Number("TimeoutInMinutes", stack.TimeoutInMinutes);
        xml.Texts("Capabilities", stack.Definition.Capabilities);
        xml.List("Outputs", stack.Outputs, (member, output) =>
        {
            member.Text("OutputKey", output.Key);
            member.Text("OutputValue", output.Value);
            member.Text("Description", output.Description);
            member.Text("ExportName", output.ExportName);
        });
        xml.Text("RoleARN", stack.Definition.RoleArn);
        xml.List("Tags", stack.Definition.Tags, (member, tag) =>
        {
            member.Text("Key", tag.Key);
            member.Text("Value", tag.Value);
        });
        xml.Flag("EnableTerminationProtection", stack.IsProtected);
        xml.Structure("DriftInformation", drift => drift.Text("StackDriftStatus", "NOT_CHECKED"));
    }
}
