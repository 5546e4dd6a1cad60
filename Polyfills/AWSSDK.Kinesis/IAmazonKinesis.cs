using Amazon.Kinesis.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Kinesis;

/// <summary>Amazon Kinesis Data Streams, as the AWS SDK for .NET offers it.</summary>
public partial interface IAmazonKinesis : IAmazonService, IDisposable
{
    /// <summary>Creates a stream; it can be used once its status is ACTIVE.</summary>
    Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a stream with all its shards and records.</summary>
    Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// A stream and one page of its shards. Prefer DescribeStreamSummary and ListShards, whose limits are wider.
    /// </summary>
    Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>A stream without its shards.</summary>
    Task<DescribeStreamSummaryResponse> DescribeStreamSummaryAsync(
        DescribeStreamSummaryRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records of a shard from an iterator on: at most 10,000 records or 10 MiB. An empty reply is not the end.
    /// </summary>
    Task<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);

    /// <summary>A token to read a shard from; it expires after five minutes.</summary>
    Task<GetShardIteratorResponse> GetShardIteratorAsync(
        GetShardIteratorRequest request, CancellationToken cancellationToken = default);

    /// <summary>The shards of a stream, page by page.</summary>
    Task<ListShardsResponse> ListShardsAsync(ListShardsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The names of the streams of an account in a region, page by page.</summary>
    Task<ListStreamsResponse> ListStreamsAsync(
        ListStreamsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Writes one record.</summary>
    Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes up to 500 records, 10 MiB with keys. Entries fail one by one: the reply has to be read.
    /// </summary>
    Task<PutRecordsResponse> PutRecordsAsync(PutRecordsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the largest record a stream takes, 1,024 to 10,240 KiB.</summary>
    Task<UpdateMaxRecordSizeResponse> UpdateMaxRecordSizeAsync(
        UpdateMaxRecordSizeRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint a request would be sent to with the client's settings.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonKinesisClient(awsCredentials, (AmazonKinesisConfig)clientConfig);
}
