using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>The operations on scheduled queries.</summary>
internal static class ScheduledQueryOperations
{
    private const string Prefix = TimestreamService.Prefix;

    public static void AddScheduledQueries(this IServiceCollection services)
    {
        services.AddSingleton<ScheduledQueryRunner>();
        services.AddSingleton<ScheduledQueryTimers>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledQueryTimers>());
    }

    public static void MapScheduledQueries(this AwsJsonOperations operations, IServiceProvider services)
    {
        var store = services.GetRequiredService<TimestreamStore>();
        var time = services.GetRequiredService<TimeProvider>();
        var timers = services.GetRequiredService<ScheduledQueryTimers>();
        var engine = services.GetRequiredService<QueryEngine>();
        var json = TimestreamJsonContext.Default;
        operations.Map(
            Prefix + "CreateScheduledQuery",
            json.CreateScheduledQueryRequest,
            json.CreateScheduledQueryResponse,
            new CreateScheduledQuery(store, engine, timers, time));
        operations.Map(
            Prefix + "DescribeScheduledQuery",
            json.ScheduledQueryRequest,
            json.DescribeScheduledQueryResponse,
            new DescribeScheduledQuery(store, time));
        operations.Map(
            Prefix + "ListScheduledQueries",
            json.ListScheduledQueriesRequest,
            json.ListScheduledQueriesResponse,
            new ListScheduledQueries(store, time));
        operations.Map(
            Prefix + "UpdateScheduledQuery", json.UpdateScheduledQueryRequest, new UpdateScheduledQuery(store, timers));
        operations.Map(
            Prefix + "DeleteScheduledQuery", json.ScheduledQueryRequest, new DeleteScheduledQuery(store, timers));
        operations.Map(
            Prefix + "ExecuteScheduledQuery",
            json.ExecuteScheduledQueryRequest,
            new ExecuteScheduledQuery(store, timers));
    }
}
