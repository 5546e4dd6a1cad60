using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;
using TelemetryAspire.LocalAws.Timestream.Reports;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Amazon Timestream for LiveAnalytics.</summary>
internal static class TimestreamService
{
    public const string Prefix = "Timestream_20181101.";

    public static void AddTimestream(this IServiceCollection services)
    {
        services.AddSingleton(provider => OpenStore(provider.GetRequiredService<DataDirectory>()));
        services.AddHostedService<RetentionJob>();
        services.AddSingleton<RejectedDataReports>();
        services.AddHostedService(provider => provider.GetRequiredService<RejectedDataReports>());
        services.AddSingleton<RecordIngestion>();
        services.AddSingleton<QueryEngine>();
        services.AddSingleton<QuerySessions>();
        services.AddSingleton<ClientTokens>();
        services.AddSingleton<TaggedResources>();
        services.AddScheduledQueries();
    }

    public static void MapTimestream(this AwsJsonOperations operations, IServiceProvider services)
    {
        MapDatabases(operations, services);
        MapTables(operations, services);
        MapQueries(operations, services);
        operations.MapTimestreamResources(services);
        operations.MapScheduledQueries(services);
    }

    private static void MapDatabases(AwsJsonOperations operations, IServiceProvider services)
    {
        var (store, time) = StoreAndTime(services);
        var json = TimestreamJsonContext.Default;
        operations.Map(
            Prefix + "CreateDatabase", json.CreateDatabaseRequest, json.DatabaseResponse, new CreateDatabase(store, time));
        operations.Map(Prefix + "DeleteDatabase", json.DeleteDatabaseRequest, new DeleteDatabase(store));
        operations.Map(
            Prefix + "DescribeDatabase", json.DescribeDatabaseRequest, json.DatabaseResponse, new DescribeDatabase(store));
        operations.Map(
            Prefix + "ListDatabases", json.ListDatabasesRequest, json.ListDatabasesResponse, new ListDatabases(store));
        operations.Map(
            Prefix + "UpdateDatabase", json.UpdateDatabaseRequest, json.DatabaseResponse, new UpdateDatabase(store, time));
    }

    private static void MapTables(AwsJsonOperations operations, IServiceProvider services)
    {
        var (store, time) = StoreAndTime(services);
        var json = TimestreamJsonContext.Default;
        operations.Map(Prefix + "CreateTable", json.CreateTableRequest, json.TableResponse, new CreateTable(store, time));
        operations.Map(Prefix + "DeleteTable", json.DeleteTableRequest, new DeleteTable(store));
        operations.Map(Prefix + "DescribeTable", json.DescribeTableRequest, json.TableResponse, new DescribeTable(store));
        operations.Map(Prefix + "ListTables", json.ListTablesRequest, json.ListTablesResponse, new ListTables(store));
        operations.Map(Prefix + "UpdateTable", json.UpdateTableRequest, json.TableResponse, new UpdateTable(store, time));
        operations.Map(
            Prefix + "WriteRecords", json.WriteRecordsRequest, json.WriteRecordsResponse, WriteRecords(services));
        operations.Map(
            Prefix + "DescribeEndpoints",
            json.DescribeEndpointsRequest,
            json.DescribeEndpointsResponse,
            new DescribeEndpoints());
    }

    private static void MapQueries(AwsJsonOperations operations, IServiceProvider services)
    {
        var sessions = services.GetRequiredService<QuerySessions>();
        var engine = services.GetRequiredService<QueryEngine>();
        var clientTokens = services.GetRequiredService<ClientTokens>();
        var json = TimestreamJsonContext.Default;
        operations.Map(Prefix + "Query", json.QueryRequest, json.QueryResponse, new Query(sessions, clientTokens));
        operations.Map(Prefix + "CancelQuery", json.CancelQueryRequest, json.CancelQueryResponse, new CancelQuery(sessions));
        operations.Map(
            Prefix + "PrepareQuery", json.PrepareQueryRequest, json.PrepareQueryResponse, new PrepareQuery(engine));
    }

    private static WriteRecords WriteRecords(IServiceProvider services) => new(
        services.GetRequiredService<TimestreamStore>(),
        services.GetRequiredService<RecordIngestion>());

    private static (TimestreamStore Store, TimeProvider Time) StoreAndTime(IServiceProvider services) =>
        (services.GetRequiredService<TimestreamStore>(), services.GetRequiredService<TimeProvider>());

    private static TimestreamStore OpenStore(DataDirectory directory)
    {
        var path = directory.ForService("timestream");
        try
        {
            return TimestreamStore.Open(path);
        }
        catch (DuckDB.NET.Data.DuckDBException exception)
        {
            throw new LocalAwsStartupException(
                $"the Timestream data in '{path}' cannot be opened ({exception.Message}). "
                + "Restore it from a copy, or delete that directory to start without it.",
                exception);
        }
    }
}
