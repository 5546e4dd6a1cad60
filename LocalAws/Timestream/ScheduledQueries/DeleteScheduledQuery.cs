using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>DeleteScheduledQuery: a run under way comes to its end, and no other begins.</summary>
internal sealed class DeleteScheduledQuery(TimestreamStore store, ScheduledQueryTimers timers)
    : IOperation<ScheduledQueryRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        ScheduledQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        ScheduledQueryArns.Check(ref validation, request.ScheduledQueryArn);
        validation.ThrowIfFailed();
        await store.ChangeCatalogAsync(
            transaction =>
            {
                transaction.Delete(ScheduledQueryArns.Find(transaction.Catalog, request.ScheduledQueryArn!));
                return default(NoContent);
            },
            cancellationToken);
        timers.Refresh();
        return default;
    }
}
