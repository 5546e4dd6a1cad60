using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Describes the resources of a stack, or of the stack that a physical id belongs to.</summary>
internal sealed class DescribeStackResources(StackStore store)
    : IOperation<DescribeStackResourcesRequest, DescribeStackResourcesResponse>
{
    public ValueTask<DescribeStackResourcesResponse> InvokeAsync(
        DescribeStackResourcesRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var stack = request.PhysicalResourceId is { } physicalId && request.StackName is null
            ? Owner(physicalId)
            : StackNames.Find(store, request.StackName, StackErrors.NotFound).Record;
        var resources = stack.Resources
            .Where(resource => request.LogicalResourceId is null || resource.LogicalId == request.LogicalResourceId)
            .ToList();
        return ValueTask.FromResult(new DescribeStackResourcesResponse(stack, resources));
    }

    private StackRecord Owner(string physicalId) => store.List()
        .Select(stack => stack.Record)
        .FirstOrDefault(stack => stack.DeletedAt is null
            && stack.Resources.Any(resource => resource.PhysicalId == physicalId))
        ?? throw AwsException.Validation($"Stack for {physicalId} does not exist");
}

internal sealed record DescribeStackResourcesRequest(
    string? StackName,
    string? LogicalResourceId,
    string? PhysicalResourceId) : IQueryRequest<DescribeStackResourcesRequest>
{
    public static DescribeStackResourcesRequest Read(QueryParameters parameters) => new(
        parameters.Text("StackName"), parameters.Text("LogicalResourceId"), parameters.Text("PhysicalResourceId"));
}

internal sealed record DescribeStackResourcesResponse(StackRecord Stack, IReadOnlyList<StackResource> Resources)
    : IQueryResponse
{
    public void Write(QueryXml xml) => xml.List("StackResources", Resources, (member, resource) =>
    {
        ResourceXml.WriteStack(member, Stack);
        ResourceXml.Write(member, resource, "Timestamp");
    });
}
