using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record CancelQueryRequest(string? QueryId);

internal sealed record CancelQueryResponse(string CancellationMessage);

/// <summary>CancelQuery: stops a query that runs or has pages left; its next page is a ConflictException.</summary>
internal sealed class CancelQuery(QuerySessions sessions) : IOperation<CancelQueryRequest, CancelQueryResponse>
{
    public async ValueTask<CancelQueryResponse> InvokeAsync(
        CancelQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("queryId", request.QueryId);
        validation.Length("queryId", request.QueryId, 1, 64);
        validation.ThrowIfFailed();
        await sessions.CancelAsync(request.QueryId!);
        return new CancelQueryResponse($"Query {request.QueryId} has been cancelled.");
    }
}
