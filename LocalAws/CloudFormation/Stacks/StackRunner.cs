using System.Collections.Concurrent;
using TelemetryAspire.LocalAws.CloudFormation.Resources;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Carries out the operations on stacks, each stack's one at a time, beside the requests.</summary>
/// <remarks>An operation that the end of the process interrupted is taken up again at the next start.</remarks>
internal sealed partial class StackRunner(
    StackStore store,
    ResourceTypes types,
    TimeProvider timeProvider,
    ILogger<StackRunner> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Guid, RunningOperation> _running = new();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var stack in store.List())
        {
            if (stack.Record.Operation is { Phase: not OperationPhase.Stuck })
            {
                LogResumed(stack.Record.Id, stack.Record.Status);
                Start(stack);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Begins to carry out the operation that is in the stack's record.</summary>
    public void Start(Stack stack)
    {
        if (stack.Record.Operation is { } operation)
        {
            var cancellation = new CancellationTokenSource();
            var task = new Task<Task>(() => RunAsync(stack, operation.Id, cancellation.Token));
            _running[operation.Id] = new RunningOperation(task.Unwrap(), cancellation);
            task.Start(TaskScheduler.Default);
        }
    }

    /// <summary>Stops what is being done to a stack, between two steps, so that something else can be.</summary>
    public async Task CancelAsync(Stack stack)
    {
        if (stack.Record.Operation is { } operation && _running.TryGetValue(operation.Id, out var running))
        {
            await running.Cancellation.CancelAsync();
            await running.Task;
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var running in _running.Values)
        {
            await running.Cancellation.CancelAsync();
            await running.Task;
        }
    }

    private async Task RunAsync(Stack stack, Guid operationId, CancellationToken cancellationToken)
    {
        var run = new StackRun(stack, store, types, timeProvider, logger);
        try
        {
            while (stack.Record.Operation is { Phase: not OperationPhase.Stuck } operation
                && operation.Id == operationId)
            {
                await StepAsync(run, operation, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(stack.Record.Id, stack.Record.Status);
        }
        catch (Exception exception)
        {
            // Only the data directory can be at fault here: what a resource throws is the stack's to report.
            LogFailed(exception, stack.Record.Id, stack.Record.Status);
        }
        finally
        {
            _running.TryRemove(operationId, out _);
        }
    }

    private static Task StepAsync(StackRun run, StackOperation operation, CancellationToken cancellationToken) =>
        operation switch
        {
            { Kind: OperationKind.Delete } => new Deletion(run).RunAsync(cancellationToken),
            { Phase: OperationPhase.Forward } => new Deployment(run).RunAsync(cancellationToken),
            { Phase: OperationPhase.Rollback } => new Rollback(run).RunAsync(cancellationToken),
            _ => new Cleanup(run).RunAsync(cancellationToken),
        };

    private sealed record RunningOperation(Task Task, CancellationTokenSource Cancellation);

    [LoggerMessage(LogLevel.Information, "Stack {StackId} was interrupted in {Status}; its operation goes on.")]
    private partial void LogResumed(string stackId, string status);

    [LoggerMessage(LogLevel.Debug, "Stack {StackId} stopped in {Status}.")]
    private partial void LogStopped(string stackId, string status);

    [LoggerMessage(LogLevel.Error, "Stack {StackId} stays in {Status} until the next start.")]
    private partial void LogFailed(Exception exception, string stackId, string status);
}
