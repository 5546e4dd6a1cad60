using Amazon.Runtime;
using Amazon.TimestreamWrite.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.TimestreamWrite;

/// <summary>Amazon Timestream, the write side, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonTimestreamWrite : IAmazonService, IDisposable
{
    /// <summary>Creates a database.</summary>
    Task<CreateDatabaseResponse> CreateDatabaseAsync(
        CreateDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a table in a database, with its retention.</summary>
    Task<CreateTableResponse> CreateTableAsync(
        CreateTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a database that has no tables.</summary>
    Task<DeleteDatabaseResponse> DeleteDatabaseAsync(
        DeleteDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a table and its data.</summary>
    Task<DeleteTableResponse> DeleteTableAsync(
        DeleteTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>A database with its table count.</summary>
    Task<DescribeDatabaseResponse> DescribeDatabaseAsync(
        DescribeDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>The hosts to send writes to, and how long that stays true.</summary>
    Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default);

    /// <summary>A table with its status and retention.</summary>
    Task<DescribeTableResponse> DescribeTableAsync(
        DescribeTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>The databases of an account in a region, page by page.</summary>
    Task<ListDatabasesResponse> ListDatabasesAsync(
        ListDatabasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The tables of one database or of all, page by page.</summary>
    Task<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes the encryption key of a database.</summary>
    Task<UpdateDatabaseResponse> UpdateDatabaseAsync(
        UpdateDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes retention and magnetic-store properties of a table.</summary>
    Task<UpdateTableResponse> UpdateTableAsync(
        UpdateTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes up to 100 records; those not named in a <see cref="RejectedRecordsException"/> are written even then.
    /// </summary>
    Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonTimestreamWriteConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonTimestreamWriteClient(awsCredentials, (AmazonTimestreamWriteConfig)clientConfig);
}
