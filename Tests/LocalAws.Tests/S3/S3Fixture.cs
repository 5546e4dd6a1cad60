using Amazon.S3;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>The LocalAws that the tests of one class share.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    internal LocalAwsHost Host { get; private set; } = null!;

    internal AmazonS3Client S3 { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await LocalAwsHost.StartAsync();
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

    private void Connect()
    {
        S3 = S3Test.CreateClient(Host.Url);
        Http = Host.CreateClient();
    }

    private void Disconnect()
    {
        S3.Dispose();
        Http.Dispose();
    }
}
