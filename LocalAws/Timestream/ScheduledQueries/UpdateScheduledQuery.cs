using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>UpdateScheduledQuery: enables or disables it.</summary>
internal sealed class UpdateScheduledQuery(TimestreamStore store, ScheduledQueryTimers timers)
    : IOperation<UpdateScheduledQueryRequest, NoContent>
{
    public async ValueTask<NoContent> InvokeAsync(
        UpdateScheduledQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        ScheduledQueryArns.Check(ref validation, request.ScheduledQueryArn);
        validation.Required("state", request.State);
        validation.OneOf("state", request.State, "ENABLED", "DISABLED");
        validation.ThrowIfFailed();
        await store.ChangeCatalogAsync(
            transaction =>
            {
                var entry = ScheduledQueryArns.Find(transaction.Catalog, request.ScheduledQueryArn!);
                transaction.Save(entry with { IsEnabled = request.State == "ENABLED" });
                return default(NoContent);
            },
            cancellationToken);
        timers.Refresh();
        return default;
    }
}
