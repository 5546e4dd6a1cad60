using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>DescribeScheduledQuery.</summary>
internal sealed class DescribeScheduledQuery(TimestreamStore store, TimeProvider timeProvider)
    : IOperation<ScheduledQueryRequest, DescribeScheduledQueryResponse>
{
    public ValueTask<DescribeScheduledQueryResponse> InvokeAsync(
        ScheduledQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        ScheduledQueryArns.Check(ref validation, request.ScheduledQueryArn);
        validation.ThrowIfFailed();
        var entry = ScheduledQueryArns.Find(store.Catalog, request.ScheduledQueryArn!);
        return ValueTask.FromResult(new DescribeScheduledQueryResponse(
            ScheduledQueryDescription.Of(entry, context, timeProvider.GetUtcNow())));
    }
}
