using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.TimestreamWrite.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using Operations = Amazon.TimestreamWrite.Internal.TimestreamWriteOperations;

namespace Amazon.TimestreamWrite;

/// <summary>The client of Amazon Timestream, the write side. Thread-safe; one per process is enough.</summary>
public partial class AmazonTimestreamWriteClient : AmazonServiceClient, IAmazonTimestreamWrite
{
    private static readonly IServiceMetadata serviceMetadata =
        new ServiceIdentity(AmazonTimestreamWriteConfig.ServiceId);

    /// <summary>Credentials, region and settings from the environment.</summary>
    public AmazonTimestreamWriteClient()
        : base(new AmazonTimestreamWriteConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonTimestreamWriteClient(RegionEndpoint region)
        : base(new AmazonTimestreamWriteConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, settings from <paramref name="config"/>.</summary>
    public AmazonTimestreamWriteClient(AmazonTimestreamWriteConfig config)
        : base(config)
    {
    }

    /// <summary>Region and settings from the environment.</summary>
    public AmazonTimestreamWriteClient(AWSCredentials credentials)
        : this(credentials, new AmazonTimestreamWriteConfig())
    {
    }

    /// <summary>Settings from the environment.</summary>
    public AmazonTimestreamWriteClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonTimestreamWriteConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Nothing is taken from the environment that <paramref name="clientConfig"/> sets.</summary>
    public AmazonTimestreamWriteClient(AWSCredentials credentials, AmazonTimestreamWriteConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An access key; region and settings from the environment.</summary>
    public AmazonTimestreamWriteClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTimestreamWriteConfig())
    {
    }

    /// <summary>An access key and a region.</summary>
    public AmazonTimestreamWriteClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTimestreamWriteConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An access key and settings.</summary>
    public AmazonTimestreamWriteClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonTimestreamWriteConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>A temporary access key; region and settings from the environment.</summary>
    public AmazonTimestreamWriteClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonTimestreamWriteConfig())
    {
    }

    /// <summary>A temporary access key and a region.</summary>
    public AmazonTimestreamWriteClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, awsSessionToken,
            new AmazonTimestreamWriteConfig { RegionEndpoint = region })
    {
    }

    /// <summary>A temporary access key and settings.</summary>
    public AmazonTimestreamWriteClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken,
        AmazonTimestreamWriteConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    public virtual Task<CreateDatabaseResponse> CreateDatabaseAsync(
        CreateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDatabaseResponse>(
            request, Operations.CreateDatabase.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateTableResponse> CreateTableAsync(
        CreateTableRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateTableResponse>(
            request, Operations.CreateTable.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDatabaseResponse> DeleteDatabaseAsync(
        DeleteDatabaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDatabaseResponse>(
            request, Operations.DeleteDatabase.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteTableResponse> DeleteTableAsync(
        DeleteTableRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteTableResponse>(
            request, Operations.DeleteTable.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDatabaseResponse> DescribeDatabaseAsync(
        DescribeDatabaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDatabaseResponse>(
            request, Operations.DescribeDatabase.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeEndpointsResponse>(
            request, Operations.DescribeEndpoints.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeTableResponse> DescribeTableAsync(
        DescribeTableRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTableResponse>(
            request, Operations.DescribeTable.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDatabasesResponse> ListDatabasesAsync(
        ListDatabasesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDatabasesResponse>(
            request, Operations.ListDatabases.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTablesResponse> ListTablesAsync(
        ListTablesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTablesResponse>(
            request, Operations.ListTables.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateDatabaseResponse> UpdateDatabaseAsync(
        UpdateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDatabaseResponse>(
            request, Operations.UpdateDatabase.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateTableResponse> UpdateTableAsync(
        UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateTableResponse>(
            request, Operations.UpdateTable.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<WriteRecordsResponse>(
            request, Operations.WriteRecords.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    /// <remarks>
    /// AWSSDK.Core skips the call where a service URL is configured (AWS_ENDPOINT_URL too), keeps what it learned for
    /// the reply's CachePeriodInMinutes, and asks synchronously: its contract has no other form.
    /// </remarks>
    protected override IEnumerable<DiscoveryEndpointBase> EndpointOperation(EndpointOperationContextBase context) =>
        EndpointDiscoveryResolver.ResolveEndpoints(context, DiscoverEndpoints);

    private IList<DiscoveryEndpointBase> DiscoverEndpoints()
    {
        DescribeEndpointsResponse response = Invoke<DescribeEndpointsResponse>(
            new DescribeEndpointsRequest(), Operations.DescribeEndpoints.CreateOptions());
        return [.. response.Endpoints.Select(
            endpoint => new DiscoveryEndpoint(endpoint.Address, endpoint.CachePeriodInMinutes ?? 0))];
    }

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsJsonPipeline.Customize(pipeline);
}
