using Amazon.Runtime;
using Amazon.KinesisFirehose.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.KinesisFirehose;

/// <summary>Amazon Data Firehose, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonKinesisFirehose : IAmazonService, IDisposable
{
    Task<CreateDeliveryStreamResponse> CreateDeliveryStreamAsync(
        CreateDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    Task<DeleteDeliveryStreamResponse> DeleteDeliveryStreamAsync(
        DeleteDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    Task<DescribeDeliveryStreamResponse> DescribeDeliveryStreamAsync(
        DescribeDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    Task<ListDeliveryStreamsResponse> ListDeliveryStreamsAsync(
        ListDeliveryStreamsRequest request, CancellationToken cancellationToken = default);

    Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);

    Task<PutRecordBatchResponse> PutRecordBatchAsync(
        PutRecordBatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisFirehoseConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonKinesisFirehoseClient(awsCredentials, (AmazonKinesisFirehoseConfig)clientConfig);
}
