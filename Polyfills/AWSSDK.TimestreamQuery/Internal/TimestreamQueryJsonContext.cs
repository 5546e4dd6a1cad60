using System.Text.Json.Serialization;
using Amazon.TimestreamQuery.Model;

namespace Amazon.TimestreamQuery.Internal;

/// <summary>Source-generated metadata of the requests and responses: nothing is reflected at run time.</summary>
[JsonSerializable(typeof(CancelQueryRequest))]
[JsonSerializable(typeof(CancelQueryResponse))]
[JsonSerializable(typeof(DescribeEndpointsRequest))]
[JsonSerializable(typeof(DescribeEndpointsResponse))]
[JsonSerializable(typeof(PrepareQueryRequest))]
[JsonSerializable(typeof(PrepareQueryResponse))]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(QueryResponse))]
[JsonSerializable(typeof(TimestreamQueryErrorMembers))]
internal sealed partial class TimestreamQueryJsonContext : JsonSerializerContext;
