using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.KinesisFirehose;

/// <summary>Amazon Data Firehose, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonKinesisFirehose : IAmazonService, IDisposable
{
    /// <summary>Creates a delivery stream; it takes records once its status is ACTIVE.</summary>
    Task<CreateDeliveryStreamResponse> CreateDeliveryStreamAsync(
        CreateDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a delivery stream; what it holds is delivered first or lost with it, as its destination allows.
    /// </summary>
    Task<DeleteDeliveryStreamResponse> DeleteDeliveryStreamAsync(
        DeleteDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>A delivery stream with its source and destination.</summary>
    Task<DescribeDeliveryStreamResponse> DescribeDeliveryStreamAsync(
        DescribeDeliveryStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>The names of the delivery streams of an account in a region, page by page.</summary>
    Task<ListDeliveryStreamsResponse> ListDeliveryStreamsAsync(
        ListDeliveryStreamsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Hands over one record of at most 1,000 KiB.</summary>
    Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);

    /// <summary>Hands over up to 500 records, 4 MiB. Entries fail one by one: the reply has to be read.</summary>
    Task<PutRecordBatchResponse> PutRecordBatchAsync(
        PutRecordBatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisFirehoseConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonKinesisFirehoseClient(awsCredentials, (AmazonKinesisFirehoseConfig)clientConfig);
}
