using Amazon.Runtime;
using Amazon.TimestreamQuery.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.TimestreamQuery;

/// <summary>Amazon Timestream, the query side, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonTimestreamQuery : IAmazonService, IDisposable
{
    /// <summary>Stops a running query; repeating it does no harm.</summary>
    Task<CancelQueryResponse> CancelQueryAsync(
        CancelQueryRequest request, CancellationToken cancellationToken = default);

    /// <summary>The hosts to send queries to, and how long that stays true.</summary>
    Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Checks a query and tells its columns and parameters without running it.</summary>
    Task<PrepareQueryResponse> PrepareQueryAsync(
        PrepareQueryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs a query and returns one page of its result; the first page may have no rows and a token.</summary>
    Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTimestreamQueryConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonTimestreamQueryClient(awsCredentials, (AmazonTimestreamQueryConfig)clientConfig);
}
