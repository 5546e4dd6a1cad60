using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts and stops the process of one resource, one run at a time.</summary>
internal sealed class ProcessRunner(IResource resource, ProcessRunnerServices services) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ILogger _logger = services.Loggers.GetLogger(resource);
    private ProcessRun? _run;

    public IResource Resource => resource;

    /// <summary>Starts a run unless one is going on; one that waits for other resources waits no longer.</summary>
    /// <param name="skipWaits">Whether somebody asked for this start, so that a waiting run goes ahead.</param>
    /// <param name="cancellationToken">Gives up waiting for the start; the run goes on.</param>
    /// <returns>Completes with whether the process was launched.</returns>
    public async Task<bool> StartAsync(bool skipWaits, CancellationToken cancellationToken)
    {
        ProcessRun run;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_run is { HasExited: true } last)
            {
                // Its end is about to be published; nothing of the next run may come before.
                await last.Over;
            }

            if (_run is { Over.IsCompleted: false })
            {
                run = _run;
                if (skipWaits)
                {
                    run.SkipWaits();
                }
            }
            else
            {
                _run?.Dispose();
                run = _run = new ProcessRun(resource, services, _logger);
                run.Begin();
            }
        }
        finally
        {
            _gate.Release();
        }

        return await run.Launched.WaitAsync(cancellationToken);
    }

    /// <summary>Asks the run to end, kills it when it does not in time, and waits for its end.</summary>
    public async Task StopAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_run is { } run)
            {
                await run.StopAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _run?.Dispose();
        _gate.Dispose();
    }
}
