using TelemetryAspire.LocalAws.Admin.Snapshots;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>Owns the one <see cref="Generation"/> there is, and makes requests wait while it is replaced.</summary>
internal sealed partial class GenerationHost(
    GenerationServices services, DataReplacement replacement, ILogger<GenerationHost> logger)
    : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _changes = new(1);

    // Guarded by _changes.
    private bool _isDisposed;

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
    /// <exception cref="AwsException">
    /// ServiceUnavailable, when the data could not be closed or opened again.
    /// </exception>
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
                "LocalAws could not replace its data and answers nothing until another reset or restore or a restart "
                + $"succeeds: {exception.Message}",
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
    /// <exception cref="Exception">
    /// A store could not be closed, so nothing was changed, or the change failed. Every request is refused until
    /// another change succeeds, unless the data could be opened.
    /// </exception>
    public async Task ReplaceAsync(Action change, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var next = new TaskCompletionSource<Generation>(TaskCreationOptions.RunContinuationsAsynchronously);
            await CloseAsync(Interlocked.Exchange(ref _current, next.Task), next);
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
        // A replacement may outlive the time that a shutdown gives its request, and what it opens must be closed.
        await _changes.WaitAsync();
        try
        {
            _isDisposed = true;
            var last = Interlocked.Exchange(ref _current, NotRunning());
            if (last.IsCompletedSuccessfully)
            {
                await (await last).DisposeAsync();
            }
        }
        finally
        {
            // Not disposed: others may wait for it, and are to be told.
            _changes.Release();
        }
    }

    private static Task<Generation> NotRunning() =>
        Task.FromException<Generation>(new InvalidOperationException("LocalAws is not running."));

    private Task<Generation> OpenAsync(CancellationToken cancellationToken)
    {
        replacement.Complete();
        return Generation.OpenAsync(services.Collect(), cancellationToken);
    }

    /// <summary>Requests that wait for the next generation must be told when the last one cannot be closed.</summary>
    private async Task CloseAsync(Task<Generation> last, TaskCompletionSource<Generation> next)
    {
        if (!last.IsCompletedSuccessfully)
        {
            return;
        }

        try
        {
            await (await last).DisposeAsync();
        }
        catch (Exception exception)
        {
            LogNotClosed(exception);
            next.SetException(exception);
            throw;
        }
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

    [LoggerMessage(LogLevel.Critical, "LocalAws could not close its data; every request is answered with 503.")]
    private partial void LogNotClosed(Exception exception);

    [LoggerMessage(LogLevel.Critical, "LocalAws could not open its data again; every request is answered with 503.")]
    private partial void LogUnavailable(Exception exception);
}
