using Amazon.Polyfill.AwsJson;
using Amazon.TimestreamQuery.Model;

namespace Amazon.TimestreamQuery.Internal;

/// <summary>The operations of Amazon Timestream, the query side that this assembly speaks.</summary>
internal static class TimestreamQueryOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        ServiceName: "Amazon.TimestreamQuery",
        TargetPrefix: "Timestream_20181101",
        JsonVersion: "1.0",
        Json: AwsJsonProtocol.CreateJsonOptions(
            TimestreamQueryJsonContext.Default,
            new ConstantConverter<QueryInsightsMode>(QueryInsightsMode.FindValue),
            new ConstantConverter<ScalarType>(ScalarType.FindValue)),
        Errors: TimestreamQueryErrors.All);

    public static readonly AwsJsonOperation<CancelQueryRequest, CancelQueryResponse> CancelQuery =
        new(Protocol, nameof(CancelQuery));
    public static readonly AwsJsonOperation<DescribeEndpointsRequest, DescribeEndpointsResponse> DescribeEndpoints =
        new(Protocol, nameof(DescribeEndpoints));
    public static readonly AwsJsonOperation<PrepareQueryRequest, PrepareQueryResponse> PrepareQuery =
        new(Protocol, nameof(PrepareQuery));
    public static readonly AwsJsonOperation<QueryRequest, QueryResponse> Query = new(Protocol, nameof(Query));
}
