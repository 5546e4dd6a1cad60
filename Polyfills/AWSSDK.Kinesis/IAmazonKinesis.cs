using Amazon.Runtime;
using Amazon.Kinesis.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Kinesis;

/// <summary>Amazon Kinesis Data Streams, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonKinesis : IAmazonService, IDisposable
{
    Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request, CancellationToken cancellationToken = default);

    Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request, CancellationToken cancellationToken = default);

    Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request, CancellationToken cancellationToken = default);

    Task<DescribeStreamSummaryResponse> DescribeStreamSummaryAsync(
        DescribeStreamSummaryRequest request, CancellationToken cancellationToken = default);

    Task<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);

    Task<GetShardIteratorResponse> GetShardIteratorAsync(
        GetShardIteratorRequest request, CancellationToken cancellationToken = default);

    Task<ListShardsResponse> ListShardsAsync(ListShardsRequest request, CancellationToken cancellationToken = default);

    Task<ListStreamsResponse> ListStreamsAsync(
        ListStreamsRequest request, CancellationToken cancellationToken = default);

    Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);

    Task<PutRecordsResponse> PutRecordsAsync(PutRecordsRequest request, CancellationToken cancellationToken = default);

    Task<UpdateMaxRecordSizeResponse> UpdateMaxRecordSizeAsync(
        UpdateMaxRecordSizeRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonKinesisClient(awsCredentials, (AmazonKinesisConfig)clientConfig);
}
