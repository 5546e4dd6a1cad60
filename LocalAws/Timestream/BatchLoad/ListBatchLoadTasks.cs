using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.BatchLoad;

/// <summary>ListBatchLoadTasks: there are none.</summary>
internal sealed class ListBatchLoadTasks : IOperation<ListBatchLoadTasksRequest, ListBatchLoadTasksResponse>
{
    public ValueTask<ListBatchLoadTasksResponse> InvokeAsync(
        ListBatchLoadTasksRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Range("maxResults", request.MaxResults, 1, 100);
        validation.OneOf(
            "taskStatus",
            request.TaskStatus,
            "CREATED", "IN_PROGRESS", "FAILED", "SUCCEEDED", "PROGRESS_STOPPED", "PENDING_RESUME");
        validation.ThrowIfFailed();
        return ValueTask.FromResult(new ListBatchLoadTasksResponse([]));
    }
}
