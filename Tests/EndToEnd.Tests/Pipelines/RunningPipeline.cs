using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Kinesis;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.TimestreamQuery;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.EndToEnd.Tests.Pipelines;

/// <summary>
/// The whole system as <c>dotnet run --project AppHost</c> starts it, on a port and a data directory of its own.
/// </summary>
internal sealed class RunningPipeline : IAsyncDisposable
{
    public const string Stream = "KinesisTimestreamEvents";

    /// <summary>What a start, a restart or a full drain may take on a busy machine; far above what it takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private readonly DistributedApplication _app;
    private readonly TemporaryDirectory _directory;

    private RunningPipeline(DistributedApplication app, TemporaryDirectory directory, string endpoint)
    {
        _app = app;
        _directory = directory;
        Endpoint = endpoint;
        Kinesis = new AmazonKinesisClient(Credentials, new AmazonKinesisConfig
        {
            ServiceURL = endpoint,
            AuthenticationRegion = "us-east-1",
            // A shard takes 1 MB a second; a record of 2 MiB makes the next ones wait for it.
            MaxErrorRetry = 10,
        });
        S3 = new AmazonS3Client(Credentials, new AmazonS3Config
        {
            ServiceURL = endpoint,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
        });
        Table = new TimestreamTable(new AmazonTimestreamQueryClient(Credentials, new AmazonTimestreamQueryConfig
        {
            ServiceURL = endpoint,
            AuthenticationRegion = "us-east-1",
        }));
        Lake = new DataLake(S3);
    }

    /// <summary>Where LocalAws listens, for clients that nobody here wrote.</summary>
    public string Endpoint { get; }

    public IAmazonKinesis Kinesis { get; }

    public IAmazonS3 S3 { get; }

    public TimestreamTable Table { get; }

    public DataLake Lake { get; }

    /// <summary>
    /// Starts the AppHost with <paramref name="settings"/> as its command line, and waits until every part is healthy.
    /// </summary>
    public static async Task<RunningPipeline> StartAsync(
        IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var directory = new TemporaryDirectory();
        var port = FreePort();
        string[] args = [$"--LocalAws:Port={port}", $"--LocalAws:DataDirectory={directory.FullName}", .. settings];
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(args, cancellationToken);
        var app = await builder.BuildAsync(cancellationToken);
        await app.StartAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        var pipeline = new RunningPipeline(app, directory, $"http://localhost:{port}");
        foreach (var service in (string[])["processor", "forwarder"])
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(service, cancellationToken)
                .WaitAsync(Patience, cancellationToken);
        }

        return pipeline;
    }

    /// <summary>Kills a service's process as <c>kill -9</c> does, and returns when the AppHost runs it again.</summary>
    public async Task KillAsync(string resource, CancellationToken cancellationToken)
    {
        var running = await WaitForProcessAsync(resource, otherThan: null, cancellationToken);
        using (var process = Process.GetProcessById(running))
        {
            process.Kill();
        }

        await WaitForProcessAsync(resource, otherThan: running, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Kinesis.Dispose();
        S3.Dispose();
        Table.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    private async Task<int> WaitForProcessAsync(string resource, int? otherThan, CancellationToken cancellationToken)
    {
        var found = await _app.ResourceNotifications.WaitForResourceAsync(
            resource,
            change => change.Snapshot.State?.Text == KnownResourceStates.Running
                && ProcessId(change.Snapshot) is { } id && id != otherThan,
            cancellationToken).WaitAsync(Patience, cancellationToken);
        return ProcessId(found.Snapshot)!.Value;
    }

    private static int? ProcessId(CustomResourceSnapshot snapshot)
    {
        var value = snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value;
        return value is null ? null : Convert.ToInt32(value, CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
