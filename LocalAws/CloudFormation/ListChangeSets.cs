using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Lists the change sets of a stack.</summary>
internal sealed class ListChangeSets(StackStore store) : IOperation<ListChangeSetsRequest, ListChangeSetsResponse>
{
    public ValueTask<ListChangeSetsResponse> InvokeAsync(
        ListChangeSetsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist).Record;
        return ValueTask.FromResult(new ListChangeSetsResponse(
            stack, Page.Of(stack.ChangeSets, changeSet => changeSet.Id, request.NextToken)));
    }
}

internal sealed record ListChangeSetsRequest(string? StackName, string? NextToken)
    : IQueryRequest<ListChangeSetsRequest>
{
    public static ListChangeSetsRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("NextToken"));
}

internal sealed record ListChangeSetsResponse(StackRecord Stack, Page<ChangeSet> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("Summaries", Page.Items, (member, changeSet) =>
        {
            member.Text("StackId", Stack.Id);
            member.Text("StackName", Stack.Name);
            member.Text("ChangeSetId", changeSet.Id);
            member.Text("ChangeSetName", changeSet.Name);
            member.Text("ExecutionStatus", changeSet.ExecutionStatus);
            member.Text("Status", changeSet.Status);
            member.Text("StatusReason", changeSet.StatusReason);
            member.Time("CreationTime", changeSet.CreatedAt);
            member.Text("Description", changeSet.Description);
            member.Flag("IncludeNestedStacks", false);
        });
        xml.Text("NextToken", Page.NextToken);
    }
}
