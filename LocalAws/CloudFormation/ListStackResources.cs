using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Lists the resources of a stack.</summary>
internal sealed class ListStackResources(StackStore store)
    : IOperation<ListStackResourcesRequest, ListStackResourcesResponse>
{
    public ValueTask<ListStackResourcesResponse> InvokeAsync(
        ListStackResourcesRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var stack = StackNames.Find(store, request.StackName, StackErrors.NotFound).Record;
        return ValueTask.FromResult(new ListStackResourcesResponse(
            Page.Of(stack.Resources, resource => resource.LogicalId, request.NextToken)));
    }
}

internal sealed record ListStackResourcesRequest(string? StackName, string? NextToken)
    : IQueryRequest<ListStackResourcesRequest>
{
    public static ListStackResourcesRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("NextToken"));
}

internal sealed record ListStackResourcesResponse(Page<StackResource> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("StackResourceSummaries", Page.Items, (member, resource) =>
            ResourceXml.Write(member, resource, "LastUpdatedTimestamp"));
        xml.Text("NextToken", Page.NextToken);
    }
}
