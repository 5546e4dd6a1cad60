using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.BatchLoad;

/// <summary>DescribeBatchLoadTask and ResumeBatchLoadTask: there is no task to be found.</summary>
internal sealed partial class FindBatchLoadTask : IOperation<BatchLoadTaskRequest, NoContent>
{
    public ValueTask<NoContent> InvokeAsync(
        BatchLoadTaskRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("taskId", request.TaskId);
        validation.Length("taskId", request.TaskId, 3, 32);
        validation.Pattern("taskId", request.TaskId, TaskId(), "[A-Z0-9]+");
        validation.ThrowIfFailed();
        throw TimestreamErrors.NotFound(
            $"The batch load task {request.TaskId} does not exist. {CreateBatchLoadTask.NotOffered}");
    }

    [GeneratedRegex("^[A-Z0-9]+\\z")]
    private static partial Regex TaskId();
}
