using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Lists the outputs that stacks export.</summary>
internal sealed class ListExports(StackStore store) : IOperation<ListExportsRequest, ListExportsResponse>
{
    public ValueTask<ListExportsResponse> InvokeAsync(
        ListExportsRequest request,
        RequestContext context,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListExportsResponse(Page.Of(
            [.. store.Exports()], export => export.Output.ExportName!, request.NextToken)));
}

internal sealed record ListExportsRequest(string? NextToken) : IQueryRequest<ListExportsRequest>
{
    public static ListExportsRequest Read(QueryParameters parameters) => new(parameters.Text("NextToken"));
}

internal sealed record ListExportsResponse(Page<(StackRecord Stack, StackOutput Output)> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.List("Exports", Page.Items, (member, export) =>
        {
            member.Text("ExportingStackId", export.Stack.Id);
            member.Text("Name", export.Output.ExportName);
            member.Text("Value", export.Output.Value);
        });
        xml.Text("NextToken", Page.NextToken);
    }
}
