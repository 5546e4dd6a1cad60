using Amazon.Kinesis.Model;
using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using Operations = Amazon.Kinesis.Internal.KinesisOperations;

namespace Amazon.Kinesis;

/// <summary>The client of Amazon Kinesis Data Streams. Thread-safe; one per process is enough.</summary>
public partial class AmazonKinesisClient : AmazonServiceClient, IAmazonKinesis
{
    private static readonly IServiceMetadata serviceMetadata =
        new ServiceIdentity(AmazonKinesisConfig.ServiceId);

    /// <summary>Credentials, region and settings from the environment.</summary>
    public AmazonKinesisClient()
        : base(new AmazonKinesisConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonKinesisClient(RegionEndpoint region)
        : base(new AmazonKinesisConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, settings from <paramref name="config"/>.</summary>
    public AmazonKinesisClient(AmazonKinesisConfig config)
        : base(config)
    {
    }

    /// <summary>Region and settings from the environment.</summary>
    public AmazonKinesisClient(AWSCredentials credentials)
        : this(credentials, new AmazonKinesisConfig())
    {
    }

    /// <summary>Settings from the environment.</summary>
    public AmazonKinesisClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonKinesisConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Nothing is taken from the environment that <paramref name="clientConfig"/> sets.</summary>
    public AmazonKinesisClient(AWSCredentials credentials, AmazonKinesisConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An access key; region and settings from the environment.</summary>
    public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisConfig())
    {
    }

    /// <summary>An access key and a region.</summary>
    public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An access key and settings.</summary>
    public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonKinesisConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>A temporary access key; region and settings from the environment.</summary>
    public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonKinesisConfig())
    {
    }

    /// <summary>A temporary access key and a region.</summary>
    public AmazonKinesisClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonKinesisConfig { RegionEndpoint = region })
    {
    }

    /// <summary>A temporary access key and settings.</summary>
    public AmazonKinesisClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonKinesisConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    public virtual Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateStreamResponse>(request, Operations.CreateStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteStreamResponse>(request, Operations.DeleteStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStreamResponse>(request, Operations.DescribeStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeStreamSummaryResponse> DescribeStreamSummaryAsync(
        DescribeStreamSummaryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStreamSummaryResponse>(
            request, Operations.DescribeStreamSummary.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRecordsResponse> GetRecordsAsync(
        GetRecordsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRecordsResponse>(request, Operations.GetRecords.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetShardIteratorResponse> GetShardIteratorAsync(
        GetShardIteratorRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetShardIteratorResponse>(request, Operations.GetShardIterator.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListShardsResponse> ListShardsAsync(
        ListShardsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListShardsResponse>(request, Operations.ListShards.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListStreamsResponse> ListStreamsAsync(
        ListStreamsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListStreamsResponse>(request, Operations.ListStreams.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRecordResponse> PutRecordAsync(
        PutRecordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordResponse>(request, Operations.PutRecord.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRecordsResponse> PutRecordsAsync(
        PutRecordsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordsResponse>(request, Operations.PutRecords.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateMaxRecordSizeResponse> UpdateMaxRecordSizeAsync(
        UpdateMaxRecordSizeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateMaxRecordSizeResponse>(
            request, Operations.UpdateMaxRecordSize.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsJsonPipeline.Customize(pipeline);
}
