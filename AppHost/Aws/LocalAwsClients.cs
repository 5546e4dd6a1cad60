using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.TimestreamQuery;
using Amazon.TimestreamWrite;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>AWS clients aimed at LocalAws, whatever AWS settings the user's own environment has.</summary>
/// <param name="serviceUrl">Where LocalAws listens.</param>
internal sealed class LocalAwsClients(string serviceUrl) : IDisposable
{
    public IAmazonKinesis Kinesis { get; } = new AmazonKinesisClient(Credentials, For<AmazonKinesisConfig>(serviceUrl));

    public IAmazonKinesisFirehose Firehose { get; } =
        new AmazonKinesisFirehoseClient(Credentials, For<AmazonKinesisFirehoseConfig>(serviceUrl));

    public IAmazonS3 S3 { get; } = new AmazonS3Client(
        Credentials,
        new AmazonS3Config
        {
            ServiceURL = serviceUrl,
            AuthenticationRegion = LocalAwsBuilderExtensions.Region,
            ForcePathStyle = true,
        });

    public IAmazonTimestreamWrite TimestreamWrite { get; } =
        new AmazonTimestreamWriteClient(Credentials, For<AmazonTimestreamWriteConfig>(serviceUrl));

    public IAmazonTimestreamQuery TimestreamQuery { get; } =
        new AmazonTimestreamQueryClient(Credentials, For<AmazonTimestreamQueryConfig>(serviceUrl));

    private static BasicAWSCredentials Credentials { get; } =
        new(LocalAwsBuilderExtensions.Credential, LocalAwsBuilderExtensions.Credential);

    public void Dispose()
    {
        Kinesis.Dispose();
        Firehose.Dispose();
        S3.Dispose();
        TimestreamWrite.Dispose();
        TimestreamQuery.Dispose();
    }

    private static TConfig For<TConfig>(string serviceUrl)
        where TConfig : ClientConfig, new() =>
        new() { ServiceURL = serviceUrl, AuthenticationRegion = LocalAwsBuilderExtensions.Region };
}
