using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Account;
using TelemetryAspire.LocalAws.Timestream.BatchLoad;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Requests and responses of both Timestream services; an absent member is left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
[JsonSerializable(typeof(CreateDatabaseRequest))]
[JsonSerializable(typeof(DeleteDatabaseRequest))]
[JsonSerializable(typeof(DescribeDatabaseRequest))]
[JsonSerializable(typeof(ListDatabasesRequest))]
[JsonSerializable(typeof(ListDatabasesResponse))]
[JsonSerializable(typeof(UpdateDatabaseRequest))]
[JsonSerializable(typeof(DatabaseResponse))]
[JsonSerializable(typeof(CreateTableRequest))]
[JsonSerializable(typeof(DeleteTableRequest))]
[JsonSerializable(typeof(DescribeTableRequest))]
[JsonSerializable(typeof(ListTablesRequest))]
[JsonSerializable(typeof(ListTablesResponse))]
[JsonSerializable(typeof(UpdateTableRequest))]
[JsonSerializable(typeof(TableResponse))]
[JsonSerializable(typeof(DescribeEndpointsRequest))]
[JsonSerializable(typeof(DescribeEndpointsResponse))]
[JsonSerializable(typeof(WriteRecordsRequest))]
[JsonSerializable(typeof(List<RecordInput>))]
[JsonSerializable(typeof(WriteRecordsResponse))]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(QueryResponse))]
[JsonSerializable(typeof(CancelQueryRequest))]
[JsonSerializable(typeof(CancelQueryResponse))]
[JsonSerializable(typeof(PrepareQueryRequest))]
[JsonSerializable(typeof(PrepareQueryResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(UntagResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceRequest))]
[JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(DescribeAccountSettingsRequest))]
[JsonSerializable(typeof(UpdateAccountSettingsRequest))]
[JsonSerializable(typeof(AccountSettingsResponse))]
[JsonSerializable(typeof(CreateBatchLoadTaskRequest))]
[JsonSerializable(typeof(BatchLoadTaskRequest))]
[JsonSerializable(typeof(ListBatchLoadTasksRequest))]
[JsonSerializable(typeof(ListBatchLoadTasksResponse))]
[JsonSerializable(typeof(CreateScheduledQueryRequest))]
[JsonSerializable(typeof(CreateScheduledQueryResponse))]
[JsonSerializable(typeof(ScheduledQueryRequest))]
[JsonSerializable(typeof(DescribeScheduledQueryResponse))]
[JsonSerializable(typeof(ListScheduledQueriesRequest))]
[JsonSerializable(typeof(ListScheduledQueriesResponse))]
[JsonSerializable(typeof(UpdateScheduledQueryRequest))]
[JsonSerializable(typeof(ExecuteScheduledQueryRequest))]
internal sealed partial class TimestreamJsonContext : JsonSerializerContext;
