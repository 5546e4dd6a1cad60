using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Describes one resource of a stack.</summary>
internal sealed class DescribeStackResource(StackStore store)
    : IOperation<DescribeStackResourceRequest, DescribeStackResourceResponse>
{
    public ValueTask<DescribeStackResourceResponse> InvokeAsync(
        DescribeStackResourceRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("logicalResourceId", request.LogicalResourceId);
        validation.ThrowIfFailed();
        var stack = StackNames.Find(store, request.StackName, StackErrors.DoesNotExist).Record;
        var resource = stack.Resource(request.LogicalResourceId!) ?? throw AwsException.Validation(
            $"Resource {request.LogicalResourceId} does not exist for stack {stack.Name}");
        return ValueTask.FromResult(new DescribeStackResourceResponse(stack, resource));
    }
}

internal sealed record DescribeStackResourceRequest(string? StackName, string? LogicalResourceId)
    : IQueryRequest<DescribeStackResourceRequest>
{
    public static DescribeStackResourceRequest Read(QueryParameters parameters) =>
        new(parameters.Text("StackName"), parameters.Text("LogicalResourceId"));
}

internal sealed record DescribeStackResourceResponse(StackRecord Stack, StackResource Resource) : IQueryResponse
{
    public void Write(QueryXml xml) => xml.Structure("StackResourceDetail", detail =>
    {
        ResourceXml.WriteStack(detail, Stack);
        ResourceXml.Write(detail, Resource, "LastUpdatedTimestamp");
        detail.Text("Metadata", Resource.Metadata ?? "{}");
    });
}
