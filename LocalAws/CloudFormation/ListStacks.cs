using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Lists the stacks, deleted ones too, by status.</summary>
internal sealed class ListStacks(StackStore store) : IOperation<ListStacksRequest, ListStacksResponse>
{
    public ValueTask<ListStacksResponse> InvokeAsync(
        ListStacksRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        for (var i = 0; i < request.StatusFilter.Count; i++)
        {
            validation.OneOf($"stackStatusFilter.{i + 1}.member", request.StatusFilter[i], StackStatus.All);
        }

        validation.ThrowIfFailed();
        var stacks = store.List()
            .Select(stack => stack.Record)
            .Where(stack => request.StatusFilter.Count == 0 || request.StatusFilter.Contains(stack.Status))
            .ToList();
        return ValueTask.FromResult(new ListStacksResponse(
            Page.Of(stacks, stack => stack.Id, request.NextToken)));
    }
}

internal sealed record ListStacksRequest(IReadOnlyList<string> StatusFilter, string? NextToken)
    : IQueryRequest<ListStacksRequest>
{
    public static ListStacksRequest Read(QueryParameters parameters) =>
        new(parameters.Texts("StackStatusFilter") ?? [], parameters.Text("NextToken"));
}

internal sealed record ListStacksResponse(Page<StackRecord> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("StackSummaries", Page.Items, (member, stack) =>
        {
            member.Text("StackId", stack.Id);
            member.Text("StackName", stack.Name);
            member.Text("TemplateDescription", StackTemplates.Of(stack.Definition.TemplateBody).Description);
            member.Time("CreationTime", stack.CreatedAt);
            member.Time("LastUpdatedTime", stack.UpdatedAt);
            member.Time("DeletionTime", stack.DeletedAt);
            member.Text("StackStatus", stack.Status);
            member.Text("StackStatusReason", stack.StatusReason);
            member.Structure("DriftInformation", drift => drift.Text("StackDriftStatus", "NOT_CHECKED"));
        });
        xml.Text("NextToken", Page.NextToken);
    }
}
