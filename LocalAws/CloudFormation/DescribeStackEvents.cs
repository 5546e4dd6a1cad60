using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Tells what happened to a stack, the latest first.</summary>
internal sealed class DescribeStackEvents(StackStore store)
    : IOperation<DescribeStackEventsRequest, DescribeStackEventsResponse>
{
    public ValueTask<DescribeStackEventsResponse> InvokeAsync(
        DescribeStackEventsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist).Record;
        return ValueTask.FromResult(new DescribeStackEventsResponse(
            stack, Page.Of([.. stack.Events.Reverse()], happened => happened.EventId, request.NextToken)));
    }
}

internal sealed record DescribeStackEventsRequest(string? StackName, string? NextToken)
    : IQueryRequest<DescribeStackEventsRequest>
{
    public static DescribeStackEventsRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("NextToken"));
}

internal sealed record DescribeStackEventsResponse(StackRecord Stack, Page<StackEvent> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("StackEvents", Page.Items, (member, happened) =>
        {
            member.Text("StackId", Stack.Id);
            member.Text("EventId", happened.EventId);
            member.Text("StackName", Stack.Name);
            member.Text("LogicalResourceId", happened.LogicalId);
            member.Text("PhysicalResourceId", happened.PhysicalId);
            member.Text("ResourceType", happened.Type);
            member.Time("Timestamp", happened.Timestamp);
            member.Text("ResourceStatus", happened.Status);
            member.Text("ResourceStatusReason", happened.Reason);
            member.Text("ResourceProperties", happened.Properties);
            member.Text("ClientRequestToken", happened.Token);
        });
        xml.Text("NextToken", Page.NextToken);
    }
}
