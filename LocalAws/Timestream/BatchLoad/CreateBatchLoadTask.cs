using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.BatchLoad;

/// <summary>CreateBatchLoadTask: refused, so that nobody waits for a load that never comes.</summary>
internal sealed class CreateBatchLoadTask : IOperation<CreateBatchLoadTaskRequest, NoContent>
{
    public const string NotOffered = "Batch load is not offered here. Write the records with WriteRecords.";

    public ValueTask<NoContent> InvokeAsync(
        CreateBatchLoadTaskRequest request, RequestContext context, CancellationToken cancellationToken) =>
        throw TimestreamErrors.Validation(NotOffered);
}
