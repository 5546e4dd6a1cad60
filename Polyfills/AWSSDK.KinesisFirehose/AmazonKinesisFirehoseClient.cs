using Amazon.KinesisFirehose.Model;
using Amazon.Polyfill.AwsJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;
using Operations = Amazon.KinesisFirehose.Internal.KinesisFirehoseOperations;

namespace Amazon.KinesisFirehose;

/// <summary>The client of Amazon Data Firehose. Thread-safe; one per process is enough.</summary>
public partial class AmazonKinesisFirehoseClient : AmazonServiceClient, IAmazonKinesisFirehose
{
    private static readonly IServiceMetadata serviceMetadata =
        new ServiceIdentity(AmazonKinesisFirehoseConfig.ServiceId);

    /// <summary>Credentials, region and settings from the environment.</summary>
    public AmazonKinesisFirehoseClient()
        : base(new AmazonKinesisFirehoseConfig())
    {
    }

    /// <summary>Credentials from the environment.</summary>
    public AmazonKinesisFirehoseClient(RegionEndpoint region)
        : base(new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, settings from <paramref name="config"/>.</summary>
    public AmazonKinesisFirehoseClient(AmazonKinesisFirehoseConfig config)
        : base(config)
    {
    }

    /// <summary>Region and settings from the environment.</summary>
    public AmazonKinesisFirehoseClient(AWSCredentials credentials)
        : this(credentials, new AmazonKinesisFirehoseConfig())
    {
    }

    /// <summary>Settings from the environment.</summary>
    public AmazonKinesisFirehoseClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Nothing is taken from the environment that <paramref name="clientConfig"/> sets.</summary>
    public AmazonKinesisFirehoseClient(AWSCredentials credentials, AmazonKinesisFirehoseConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An access key; region and settings from the environment.</summary>
    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisFirehoseConfig())
    {
    }

    /// <summary>An access key and a region.</summary>
    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An access key and settings.</summary>
    public AmazonKinesisFirehoseClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonKinesisFirehoseConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>A temporary access key; region and settings from the environment.</summary>
    public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonKinesisFirehoseConfig())
    {
    }

    /// <summary>A temporary access key and a region.</summary>
    public AmazonKinesisFirehoseClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId, awsSecretAccessKey, awsSessionToken,
            new AmazonKinesisFirehoseConfig { RegionEndpoint = region })
    {
    }

    /// <summary>A temporary access key and settings.</summary>
    public AmazonKinesisFirehoseClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken,
        AmazonKinesisFirehoseConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    public virtual Task<CreateDeliveryStreamResponse> CreateDeliveryStreamAsync(
        CreateDeliveryStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDeliveryStreamResponse>(
            request, Operations.CreateDeliveryStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDeliveryStreamResponse> DeleteDeliveryStreamAsync(
        DeleteDeliveryStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDeliveryStreamResponse>(
            request, Operations.DeleteDeliveryStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeDeliveryStreamResponse> DescribeDeliveryStreamAsync(
        DescribeDeliveryStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeDeliveryStreamResponse>(
            request, Operations.DescribeDeliveryStream.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDeliveryStreamsResponse> ListDeliveryStreamsAsync(
        ListDeliveryStreamsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDeliveryStreamsResponse>(
            request, Operations.ListDeliveryStreams.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRecordResponse> PutRecordAsync(
        PutRecordRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordResponse>(request, Operations.PutRecord.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(
        PutRecordBatchRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordBatchResponse>(request, Operations.PutRecordBatch.CreateOptions(), cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsJsonPipeline.Customize(pipeline);
}
