using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Tells what a change set would change.</summary>
internal sealed class DescribeChangeSet(StackStore store)
    : IOperation<DescribeChangeSetRequest, DescribeChangeSetResponse>
{
    public ValueTask<DescribeChangeSetResponse> InvokeAsync(
        DescribeChangeSetRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var (stack, changeSet) = ChangeSetLookup.Find(store, request.ChangeSetName, request.StackName);
        return ValueTask.FromResult(new DescribeChangeSetResponse(
            stack.Record, changeSet, Page.Of(changeSet.Changes, change => change.LogicalId, request.NextToken)));
    }
}

internal sealed record DescribeChangeSetRequest(string? ChangeSetName, string? StackName, string? NextToken)
    : IQueryRequest<DescribeChangeSetRequest>
{
    public static DescribeChangeSetRequest Read(QueryParameters parameters)
    {
        parameters.Accept("IncludePropertyValues", "false");
        return new DescribeChangeSetRequest(
            parameters.Text("ChangeSetName"), parameters.Text("StackName"), parameters.Text("NextToken"));
    }
}

internal sealed record DescribeChangeSetResponse(StackRecord Stack, ChangeSet ChangeSet, Page<ResourceChange> Page)
    : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        var definition = ChangeSet.Definition;
        var template = StackTemplates.Of(definition.TemplateBody);
        xml.Text("ChangeSetName", ChangeSet.Name);
        xml.Text("ChangeSetId", ChangeSet.Id);
        xml.Text("StackId", Stack.Id);
        xml.Text("StackName", Stack.Name);
        xml.Text("Description", ChangeSet.Description);
        xml.List("Parameters", definition.Parameters, (member, parameter) =>
        {
            member.Text("ParameterKey", parameter.Key);
            member.Text("ParameterValue", StackTemplates.Shown(template, parameter));
        });
        xml.Time("CreationTime", ChangeSet.CreatedAt);
        xml.Text("ExecutionStatus", ChangeSet.ExecutionStatus);
        xml.Text("Status", ChangeSet.Status);
        xml.Text("StatusReason", ChangeSet.StatusReason);
        xml.Texts("NotificationARNs", definition.NotificationArns);
        xml.Structure("RollbackConfiguration", _ => { });
        xml.Texts("Capabilities", definition.Capabilities);
        xml.List("Tags", definition.Tags, (member, tag) =>
        {
            member.Text("Key", tag.Key);
            member.Text("Value", tag.Value);
        });
        xml.List("Changes", Page.Items, WriteChange);
        xml.Text("NextToken", Page.NextToken);
        xml.Flag("IncludeNestedStacks", false);
        xml.Text("OnStackFailure", FailureActions.Name(ChangeSet.OnStackFailure));
    }

    private static void WriteChange(QueryXml xml, ResourceChange change)
    {
        xml.Text("Type", "Resource");
        xml.Structure("ResourceChange", resource =>
        {
            resource.Text("PolicyAction", change.PolicyAction);
            resource.Text("Action", change.Action);
            resource.Text("LogicalResourceId", change.LogicalId);
            resource.Text("PhysicalResourceId", change.PhysicalId);
            resource.Text("ResourceType", change.Type);
            resource.Text("Replacement", change.Replacement);
            resource.Texts("Scope", change.Details.Select(detail => detail.Attribute).Distinct());
            resource.List("Details", change.Details, WriteDetail);
        });
    }

    private static void WriteDetail(QueryXml xml, PropertyChange detail)
    {
        xml.Structure("Target", target =>
        {
            target.Text("Attribute", detail.Attribute);
            target.Text("Name", detail.Name);
            target.Text("RequiresRecreation", detail.RequiresRecreation);
        });
        xml.Text("Evaluation", detail.Evaluation);
        xml.Text("ChangeSource", detail.ChangeSource);
        xml.Text("CausingEntity", detail.CausingEntity);
    }
}
