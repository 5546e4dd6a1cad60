using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>Lists the stacks that use an export.</summary>
internal sealed class ListImports(StackStore store) : IOperation<ListImportsRequest, ListImportsResponse>
{
    public ValueTask<ListImportsResponse> InvokeAsync(
        ListImportsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("exportName", request.ExportName);
        validation.ThrowIfFailed();
        var stacks = store.Importers(request.ExportName!).ToList();
        return stacks.Count > 0
            ? ValueTask.FromResult(new ListImportsResponse(Page.Of(stacks, stack => stack, request.NextToken)))
            : throw AwsException.Validation($"Export '{request.ExportName}' is not imported by any stack.");
    }
}

internal sealed record ListImportsRequest(string? ExportName, string? NextToken) : IQueryRequest<ListImportsRequest>
{
    public static ListImportsRequest Read(QueryParameters parameters) =>
        new(parameters.Text("ExportName"), parameters.Text("NextToken"));
}

internal sealed record ListImportsResponse(Page<string> Page) : IQueryResponse
{
    public void Write(QueryXml xml)
    {
        xml.Texts("Imports", Page.Items);
        xml.Text("NextToken", Page.NextToken);
    }
}
