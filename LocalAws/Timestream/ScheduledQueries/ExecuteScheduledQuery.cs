using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>ExecuteScheduledQuery: begins a run for a time of the caller's, and answers before it is over.</summary>
internal sealed class ExecuteScheduledQuery(TimestreamStore store, ScheduledQueryTimers timers)
    : IOperation<ExecuteScheduledQueryRequest, NoContent>
{
    /// <summary>The end of the last day that has all of its nanoseconds in 64 bits.</summary>
    private static readonly DateTimeOffset LastTime = new(2262, 4, 11, 0, 0, 0, TimeSpan.Zero);

    public ValueTask<NoContent> InvokeAsync(
        ExecuteScheduledQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        ScheduledQueryArns.Check(ref validation, request.ScheduledQueryArn);
        validation.Required("invocationTime", request.InvocationTime);
        validation.Length("clientToken", request.ClientToken, 32, 128);
        if (request.QueryInsights is { } insights)
        {
            validation.Required("queryInsights.mode", insights.Mode);
            validation.OneOf("queryInsights.mode", insights.Mode, "ENABLED_WITH_RATE_CONTROL", "DISABLED");
        }

        validation.ThrowIfFailed();
        if (request.InvocationTime < DateTimeOffset.UnixEpoch || request.InvocationTime > LastTime)
        {
            throw TimestreamErrors.Validation("The InvocationTime must be from 1970-01-01 to 2262-04-11.");
        }

        var entry = ScheduledQueryArns.Find(store.Catalog, request.ScheduledQueryArn!);
        timers.Execute(entry.Id, request.InvocationTime!.Value);
        return ValueTask.FromResult(default(NoContent));
    }
}
