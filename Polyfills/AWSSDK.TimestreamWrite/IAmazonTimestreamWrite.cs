using Amazon.Runtime;
using Amazon.TimestreamWrite.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.TimestreamWrite;

/// <summary>Amazon Timestream, the write side, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonTimestreamWrite : IAmazonService, IDisposable
{
    Task<CreateDatabaseResponse> CreateDatabaseAsync(
        CreateDatabaseRequest request, CancellationToken cancellationToken = default);

    Task<CreateTableResponse> CreateTableAsync(
        CreateTableRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDatabaseResponse> DeleteDatabaseAsync(
        DeleteDatabaseRequest request, CancellationToken cancellationToken = default);

    Task<DeleteTableResponse> DeleteTableAsync(
        DeleteTableRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDatabaseResponse> DescribeDatabaseAsync(
        DescribeDatabaseRequest request, CancellationToken cancellationToken = default);

    Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeTableResponse> DescribeTableAsync(
        DescribeTableRequest request, CancellationToken cancellationToken = default);

    Task<ListDatabasesResponse> ListDatabasesAsync(
        ListDatabasesRequest request, CancellationToken cancellationToken = default);

    Task<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default);

    Task<UpdateDatabaseResponse> UpdateDatabaseAsync(
        UpdateDatabaseRequest request, CancellationToken cancellationToken = default);

    Task<UpdateTableResponse> UpdateTableAsync(
        UpdateTableRequest request, CancellationToken cancellationToken = default);

    Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTimestreamWriteConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonTimestreamWriteClient(awsCredentials, (AmazonTimestreamWriteConfig)clientConfig);
}
