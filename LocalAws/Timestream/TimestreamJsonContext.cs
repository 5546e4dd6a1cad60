using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Protocol;

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
internal sealed partial class TimestreamJsonContext : JsonSerializerContext;
