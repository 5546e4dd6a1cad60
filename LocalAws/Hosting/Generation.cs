using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>
/// One life of everything that holds state: the services with their stores open, and the requests they work on.
/// </summary>
/// <remarks>
/// A reset or a restore ends one generation and opens the next on other data, while the server keeps listening. So
/// nothing that survives a generation may hold a store, and nothing in a generation may be static.
/// </remarks>
internal sealed partial class Generation : IAsyncDisposable
{
    /// <summary>How long requests may take to end by themselves before their connections are cut.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    private readonly ServiceProvider _services;
    private readonly GenerationLifetime _lifetime;
    private readonly RequestGate _gate = new();
    private readonly ServiceRouter _router;
    private readonly IReadOnlyList<IHostedService> _hostedServices;
    private readonly ILogger _logger;

    private Generation(ServiceProvider services)
    {
        _services = services;
        _lifetime = services.GetRequiredService<GenerationLifetime>();
        _logger = services.GetRequiredService<ILogger<Generation>>();
        _router = services.GetRequiredService<ServiceRouter>();
        Operations = services.GetRequiredService<OperationCatalog>();
        _hostedServices = [.. services.GetServices<IHostedService>()];
    }

    /// <summary>What lives in it.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The operations it answers, to be asked for at any time.</summary>
    public OperationCatalog Operations { get; }

    /// <summary>Opens every store and starts what runs beside the requests.</summary>
    /// <exception cref="LocalAwsStartupException">The data cannot be used.</exception>
    public static async Task<Generation> OpenAsync(IServiceCollection services, CancellationToken cancellationToken)
    {
        var provider = services.BuildServiceProvider();
        try
        {
            var generation = new Generation(provider);
            foreach (var service in generation._hostedServices)
            {
                await service.StartAsync(cancellationToken);
                _ = generation.WatchAsync(service);
            }

            return generation;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers one request.</summary>
    /// <returns>False, with nothing answered, when this generation is ending.</returns>
    public async ValueTask<bool> TryInvokeAsync(HttpContext context)
    {
        if (!_gate.TryEnter(context))
        {
            return false;
        }

        try
        {
            await _router.InvokeAsync(context);
            return true;
        }
        finally
        {
            _gate.Leave(context);
        }
    }

    /// <summary>Takes no more requests, lets those there are come to their end, and closes every store.</summary>
    public ValueTask DisposeAsync()
    {
        var empty = _gate.Close();
        return Closing.AllAsync([
            () => new ValueTask(_lifetime.StopGenerationAsync()),
            () => DrainAsync(empty),
            .. _hostedServices.Reverse().Select(StopStep),
            _services.DisposeAsync,
        ]);
    }

    private static Func<ValueTask> StopStep(IHostedService service) =>
        () => new ValueTask(service.StopAsync(CancellationToken.None));

    private async ValueTask DrainAsync(Task empty)
    {
        try
        {
            await empty.WaitAsync(DrainLimit, _services.GetRequiredService<TimeProvider>());
        }
        catch (TimeoutException)
        {
            LogCut(_gate.Abort(), DrainLimit);
            await empty;
        }
    }

    /// <summary>A loop that fails must not leave a server behind that looks well.</summary>
    private async Task WatchAsync(IHostedService service)
    {
        if (service is not BackgroundService { ExecuteTask: { } loop })
        {
            return;
        }

        try
        {
            await loop;
        }
        catch (OperationCanceledException) when (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogStopped(service.GetType().Name);
        }
        catch (Exception exception)
        {
            LogFailed(exception, service.GetType().Name);
            _lifetime.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Service} stopped.")]
    private partial void LogStopped(string service);

    [LoggerMessage(LogLevel.Warning, "Cut {Count} request(s) that did not end within {Limit}.")]
    private partial void LogCut(int count, TimeSpan limit);

    [LoggerMessage(LogLevel.Critical, "{Service} failed, and LocalAws stops.")]
    private partial void LogFailed(Exception exception, string service);
}
