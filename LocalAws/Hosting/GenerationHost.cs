using TelemetryAspire.LocalAws.Admin.Snapshots;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>Owns the one <see cref="Generation"/> there is, and makes requests wait while it is replaced.</summary>
internal sealed partial class GenerationHost(
    GenerationServices services, DataReplacement replacement, ILogger<GenerationHost> logger)
    : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _changes = new(1);

    /// <summary>The generation that answers; not complete while one takes the place of another.</summary>
    private volatile Task<Generation> _current = NotRunning();

    /// <summary>The services of the generation that answers now.</summary>
    public IServiceProvider Services => _current.Result.Services;

    /// <summary>Answers one request from the generation there is, or from the next one when that is ending.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        Generation generation;
        do
        {
            generation = await WaitAsync(context.RequestAborted);
        }
        while (!await generation.TryInvokeAsync(context));
    }

    /// <summary>Completes when there is a generation that answers.</summary>
    /// <exception cref="AwsException">ServiceUnavailable, when the data could not be opened again.</exception>
    public async Task<Generation> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _current.WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new AwsException(
                "ServiceUnavailable",
                $"LocalAws could not open its data again: {exception.Message}",
                StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _current = Task.FromResult(await OpenAsync(cancellationToken));

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Ends the generation, changes what is on disk and opens the next one; requests that come meanwhile wait.
    /// </summary>
    /// <param name="change">What to do while no store is open.</param>
    /// <param name="cancellationToken">Ends the wait for another change; a change that began is finished.</param>
    public async Task ReplaceAsync(Action change, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        var next = new TaskCompletionSource<Generation>(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = Interlocked.Exchange(ref _current, next.Task);
        try
        {
            if (last.IsCompletedSuccessfully)
            {
                await (await last).DisposeAsync();
            }

            try
            {
                change();
            }
            finally
            {
                await OpenNextAsync(next);
            }
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var last = Interlocked.Exchange(ref _current, NotRunning());
        if (last.IsCompletedSuccessfully)
        {
            await (await last).DisposeAsync();
        }

        _changes.Dispose();
    }

    private static Task<Generation> NotRunning() =>
        Task.FromException<Generation>(new InvalidOperationException("LocalAws is not running."));

    private Task<Generation> OpenAsync(CancellationToken cancellationToken)
    {
        replacement.Complete();
        return Generation.OpenAsync(services.Collect(), cancellationToken);
    }

    private async Task OpenNextAsync(TaskCompletionSource<Generation> next)
    {
        try
        {
            next.SetResult(await OpenAsync(CancellationToken.None));
        }
        catch (Exception exception)
        {
            // Every request from now on is told so, until another change succeeds.
            LogUnavailable(exception);
            next.SetException(exception);
        }
    }

    [LoggerMessage(LogLevel.Critical, "LocalAws could not open its data again; every request is answered with 503.")]
    private partial void LogUnavailable(Exception exception);
}
