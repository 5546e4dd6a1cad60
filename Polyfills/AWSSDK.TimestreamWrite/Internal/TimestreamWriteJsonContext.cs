using System.Text.Json.Serialization;
using Amazon.TimestreamWrite.Model;

namespace Amazon.TimestreamWrite.Internal;

/// <summary>Source-generated metadata of the requests and responses: nothing is reflected at run time.</summary>
[JsonSerializable(typeof(CreateDatabaseRequest))]
[JsonSerializable(typeof(CreateDatabaseResponse))]
[JsonSerializable(typeof(CreateTableRequest))]
[JsonSerializable(typeof(CreateTableResponse))]
[JsonSerializable(typeof(DeleteDatabaseRequest))]
[JsonSerializable(typeof(DeleteDatabaseResponse))]
[JsonSerializable(typeof(DeleteTableRequest))]
[JsonSerializable(typeof(DeleteTableResponse))]
[JsonSerializable(typeof(DescribeDatabaseRequest))]
[JsonSerializable(typeof(DescribeDatabaseResponse))]
[JsonSerializable(typeof(DescribeEndpointsRequest))]
[JsonSerializable(typeof(DescribeEndpointsResponse))]
[JsonSerializable(typeof(DescribeTableRequest))]
[JsonSerializable(typeof(DescribeTableResponse))]
[JsonSerializable(typeof(ListDatabasesRequest))]
[JsonSerializable(typeof(ListDatabasesResponse))]
[JsonSerializable(typeof(ListTablesRequest))]
[JsonSerializable(typeof(ListTablesResponse))]
[JsonSerializable(typeof(UpdateDatabaseRequest))]
[JsonSerializable(typeof(UpdateDatabaseResponse))]
[JsonSerializable(typeof(UpdateTableRequest))]
[JsonSerializable(typeof(UpdateTableResponse))]
[JsonSerializable(typeof(WriteRecordsRequest))]
[JsonSerializable(typeof(WriteRecordsResponse))]
[JsonSerializable(typeof(TimestreamWriteErrorMembers))]
internal sealed partial class TimestreamWriteJsonContext : JsonSerializerContext;
