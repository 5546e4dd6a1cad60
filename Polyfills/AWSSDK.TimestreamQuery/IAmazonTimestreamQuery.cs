using Amazon.Runtime;
using Amazon.TimestreamQuery.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.TimestreamQuery;

/// <summary>Amazon Timestream, the query side, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonTimestreamQuery : IAmazonService, IDisposable
{
    Task<CancelQueryResponse> CancelQueryAsync(
        CancelQueryRequest request, CancellationToken cancellationToken = default);

    Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    Task<PrepareQueryResponse> PrepareQueryAsync(
        PrepareQueryRequest request, CancellationToken cancellationToken = default);

    Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTimestreamQueryConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonTimestreamQueryClient(awsCredentials, (AmazonTimestreamQueryConfig)clientConfig);
}
