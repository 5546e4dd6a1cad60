using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Tests.Kinesis;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>The LocalAws that the tests of one class share, on a clock that only they move.</summary>
public sealed class FirehoseFixture : IAsyncLifetime
{
    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 34, 56, TimeSpan.Zero));

    internal LocalAwsHost Host { get; private set; } = null!;

    internal AmazonKinesisFirehoseClient Firehose { get; private set; } = null!;

    internal AmazonS3Client S3 { get; private set; } = null!;

    internal AmazonKinesisClient Kinesis { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await LocalAwsHost.StartAsync(Clock);
        Connect();
    }

    public async ValueTask DisposeAsync()
    {
        Disconnect();
        await Host.DisposeAsync();
    }

    internal async Task RestartAsync()
    {
        Disconnect();
        await Host.RestartAsync();
        Connect();
    }

    internal static AmazonKinesisFirehoseClient CreateClient(Uri url) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonKinesisFirehoseConfig
        {
            ServiceURL = url.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    private void Connect()
    {
        Firehose = CreateClient(Host.Url);
        S3 = S3Test.CreateClient(Host.Url);
        Kinesis = KinesisTest.CreateClient(Host.Url);
    }

    private void Disconnect()
    {
        Firehose.Dispose();
        S3.Dispose();
        Kinesis.Dispose();
    }
}
