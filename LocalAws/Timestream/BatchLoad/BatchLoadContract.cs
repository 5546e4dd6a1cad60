namespace TelemetryAspire.LocalAws.Timestream.BatchLoad;

/// <summary>A request to begin a batch load, whatever is in it.</summary>
internal sealed record CreateBatchLoadTaskRequest;

/// <summary>A request on one batch load task.</summary>
internal sealed record BatchLoadTaskRequest(string? TaskId);

internal sealed record ListBatchLoadTasksRequest(string? NextToken, int? MaxResults, string? TaskStatus);

internal sealed record ListBatchLoadTasksResponse(IReadOnlyList<BatchLoadTask> BatchLoadTasks);

/// <summary>A batch load task; there are none.</summary>
internal sealed record BatchLoadTask(string TaskId);
