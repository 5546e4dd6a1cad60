using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.TimestreamQuery.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using Operations = Amazon.TimestreamQuery.Internal.TimestreamQueryOperations;

namespace Amazon.TimestreamQuery;

/// <summary>The client of Amazon Timestream, the query side. Thread-safe; one per process is enough.</summary>
public partial class AmazonTimestreamQueryClient : AmazonServiceClient, IAmazonTimestreamQuery
{
    private static readonly IServiceMetadata serviceMetadata =
        new ServiceIdentity(AmazonTimestreamQueryConfig.ServiceId);

    /// <summary>Credentials, region and settings from the environment.</summary>
    public AmazonTimestreamQueryClient()
        : base(new AmazonTimestreamQueryConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonTimestreamQueryClient(RegionEndpoint region)
        : base(new AmazonTimestreamQueryConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, settings from <paramref name="config"/>.</summary>
    public AmazonTimestreamQueryClient(AmazonTimestreamQueryConfig config)
        : base(config)
    {
    }

    /// <summary>Region and settings from the environment.</summary>
    public AmazonTimestreamQueryClient(AWSCredentials credentials)
        : this(credentials, new AmazonTimestreamQueryConfig())
    {
    }

    /// <summary>Settings from the environment.</summary>
    public AmazonTimestreamQueryClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonTimestreamQueryConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Nothing is taken from the environment that <paramref name="clientConfig"/> sets.</summary>
    public AmazonTimestreamQueryClient(AWSCredentials credentials, AmazonTimestreamQueryConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An access key; region and settings from the environment.</summary>
    public AmazonTimestreamQueryClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTimestreamQueryConfig())
    {
    }

    /// <summary>An access key and a region.</summary>
    public AmazonTimestreamQueryClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonTimestreamQueryConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An access key and settings.</summary>
    public AmazonTimestreamQueryClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonTimestreamQueryConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>A temporary access key; region and settings from the environment.</summary>
    public AmazonTimestreamQueryClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonTimestreamQueryConfig())
    {
    }

    /// <summary>A temporary access key and a region.</summary>
    public AmazonTimestreamQueryClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, awsSessionToken,
            new AmazonTimestreamQueryConfig { RegionEndpoint = region })
    {
    }

    /// <summary>A temporary access key and settings.</summary>
    public AmazonTimestreamQueryClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken,
        AmazonTimestreamQueryConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    public virtual Task<CancelQueryResponse> CancelQueryAsync(
        CancelQueryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CancelQueryResponse>(
            request, Operations.CancelQuery.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeEndpointsResponse> DescribeEndpointsAsync(
        DescribeEndpointsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeEndpointsResponse>(
            request, Operations.DescribeEndpoints.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PrepareQueryResponse> PrepareQueryAsync(
        PrepareQueryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PrepareQueryResponse>(
            request, Operations.PrepareQuery.CreateOptions(EndpointOperation), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<QueryResponse> QueryAsync(
        QueryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<QueryResponse>(request, Operations.Query.CreateOptions(EndpointOperation), cancellationToken);

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
