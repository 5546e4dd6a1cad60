using System.Collections.Concurrent;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Begins the runs of scheduled queries when they are due, those of one query one after the other.</summary>
/// <remarks>What was due while LocalAws did not run is not made up for: a query is next due after the start.</remarks>
internal sealed partial class ScheduledQueryTimers(
    TimestreamStore store, ScheduledQueryRunner runner, TimeProvider timeProvider, ILogger<ScheduledQueryTimers> logger)
    : IHostedService, IDisposable
{
    /// <summary>A timer can wait for 49 days at most; a query may be due in years.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    // Guarded by _lock.
    private readonly Dictionary<string, (CancellationTokenSource Cancellation, Task Loop)> _loops = [];
    private readonly HashSet<Task> _tasks = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Refresh();
        return Task.CompletedTask;
    }

    /// <summary>Lets runs under way end by their cancellation; their queries are not due again until the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks];
        }

        await Task.WhenAll(tasks);
    }

    /// <summary>Takes over which queries there are and which of them are enabled.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            var enabled = store.Catalog.ScheduledQueries.Values.Where(query => query.IsEnabled).ToDictionary(query => query.Id);
            foreach (var (id, loop) in _loops.Where(loop => !enabled.ContainsKey(loop.Key)).ToList())
            {
                loop.Cancellation.Cancel();
                _loops.Remove(id);
            }

            foreach (var (id, query) in enabled)
            {
                if (!_loops.ContainsKey(id) && !_stopping.IsCancellationRequested)
                {
                    var cancellation = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
                    var schedule = Schedule.Read(query.ScheduleExpression, query.CreationTime)!;
                    var due = schedule.Next(timeProvider.GetUtcNow());
                    _loops.Add(id, (cancellation, Track(() => WaitAndRunAsync(id, schedule, due, cancellation.Token))));
                }
            }
        }
    }

    /// <summary>Begins a run now, after those of the query that are under way.</summary>
    public void Execute(string id, DateTimeOffset invocation)
    {
        lock (_lock)
        {
            Track(() => RunAsync(id, invocation, isManual: true));
        }
    }

    public void Dispose() => _stopping.Dispose();

    private Task Track(Func<Task> work)
    {
        var task = Task.Run(work);
        _tasks.Add(task);
        _ = task.ContinueWith(
            done =>
            {
                lock (_lock)
                {
                    _tasks.Remove(done);
                }
            },
            TaskScheduler.Default);
        return task;
    }

    private async Task WaitAndRunAsync(
        string id, Schedule schedule, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        try
        {
            while (due is { } time)
            {
                for (var wait = time - timeProvider.GetUtcNow(); wait > TimeSpan.Zero; wait = time - timeProvider.GetUtcNow())
                {
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, timeProvider, cancellationToken);
                }

                cancellationToken.ThrowIfCancellationRequested();
                await RunAsync(id, time, isManual: false);
                due = schedule.Next(time);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogEnded(id);
        }
    }

    private async Task RunAsync(string id, DateTimeOffset invocation, bool isManual)
    {
        var turn = _turns.GetOrAdd(id, _ => new SemaphoreSlim(1));
        try
        {
            await turn.WaitAsync(_stopping.Token);
            try
            {
                await runner.RunAsync(id, invocation, isManual, _stopping.Token);
                Refresh();
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogEnded(id);
        }
        catch (Exception exception)
        {
            // A run that fails in a way nobody foresaw must not keep the next ones from being made.
            LogFailed(exception, id, invocation);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The scheduled query {Query} is not waited for any more.")]
    private partial void LogEnded(string query);

    [LoggerMessage(LogLevel.Error, "The run of the scheduled query {Query} for {Invocation} failed.")]
    private partial void LogFailed(Exception exception, string query, DateTimeOffset invocation);
}
