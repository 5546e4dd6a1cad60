using Amazon.Kinesis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost.Invocation;
using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>Runs a listener for every function that has a stream, and stops them in two stages.</summary>
internal sealed class KinesisTriggerService(
    FunctionCatalog catalog,
    IAmazonKinesis kinesis,
    ShardWorkerFactory workers,
    OutageHold hold,
    FunctionHostHealth health,
    IOptions<FunctionHostOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggers) : IHostedService, IDisposable
{
    private readonly StopSource _stop = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var discovery = new ShardDiscovery(kinesis);
        _running = Task.WhenAll(catalog.Kinesis.Select(function =>
        {
            var listener = new StreamListener(
                function, discovery, workers, hold, health, options, timeProvider, loggers);
            return Task.Run(() => listener.RunAsync(_stop.Signals), CancellationToken.None);
        }));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stop.StopAsync(_running, cancellationToken);

    public void Dispose() => _stop.Dispose();
}
