using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Undoes a creation or an update that failed.</summary>
internal sealed partial class Rollback(StackRun run)
{
    public Task RunAsync(CancellationToken cancellationToken) => run.Operation.Kind == OperationKind.Create
        ? UndoCreationAsync(cancellationToken)
        : UndoUpdateAsync(cancellationToken);

    private async Task UndoCreationAsync(CancellationToken cancellationToken)
    {
        var deletion = new ResourceDeletion(run);
        await deletion.DeleteAllAsync(IsKept, cancellationToken);
        var isDone = deletion.Failed.Count == 0;
        run.SaveStatus(
            isDone ? StackStatus.RollbackComplete : StackStatus.RollbackFailed,
            isDone ? null : $"The following resource(s) failed to delete: [{string.Join(", ", deletion.Failed)}]. ",
            record => (record with { Definition = record.Operation!.Target }).WithoutOperation(isSuccess: false));
    }

    private async Task UndoUpdateAsync(CancellationToken cancellationToken)
    {
        foreach (var before in DeletionOrder.Sort(run.Operation.Before, resource => resource))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await RestoreAsync(before, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Stop(before, exception);
                return;
            }
        }

        var known = run.Operation.Before.Select(before => before.LogicalId).ToHashSet();
        run.SaveStatus(StackStatus.UpdateRollbackCleanup, null, record => record with
        {
            Resources = [.. record.Resources.Where(resource => known.Contains(resource.LogicalId))],
            Retired =
            [
                .. record.Retired,
                .. record.Resources.Where(resource => !known.Contains(resource.LogicalId))
                    .Select(resource => new RetiredResource(resource, IsKept(resource))),
            ],
            Operation = record.Operation! with { Phase = OperationPhase.RollbackCleanup },
        });
    }

    private async ValueTask RestoreAsync(StackResource before, CancellationToken cancellationToken)
    {
        var current = run.Record.Resource(before.LogicalId);
        if (current is null || before.PhysicalId is null)
        {
            return;
        }

        if (current.PhysicalId != before.PhysicalId)
        {
            // The replacement is the one to go, and what it replaced is the stack's again.
            run.Save(before, StackStatus.UpdateComplete, null, record => record with
            {
                Retired =
                [
                    .. record.Retired.Where(retired => retired.Resource.PhysicalId != before.PhysicalId),
                    new RetiredResource(current, IsKept: false),
                ],
            });
        }
        else if (current.Properties != before.Properties
            || current.Status is StackStatus.UpdateFailed or StackStatus.UpdateInProgress)
        {
            run.Save(current, StackStatus.UpdateInProgress, null);
            var restored = await HandlerCall.InvokeAsync(
                run.TypeOf(before), type => type.UpdateAsync(run.HandleOf(before), cancellationToken));
            run.Save(before with { Attributes = restored.Attributes }, StackStatus.UpdateComplete, null);
        }
        else
        {
            run.Stack.Stage(record => record.With(before));
        }
    }

    private bool IsKept(StackResource resource) => resource.PhysicalId is not null
        && resource.DeletionPolicy == ResourcePolicy.Retain
        && !run.Operation.RetainExceptOnCreate;

    private void Stop(StackResource resource, Exception exception)
    {
        var reason = (exception as AwsException)?.Message ?? "Internal Failure";
        if (exception is not AwsException)
        {
            LogFailed(run.Logger, exception, resource.LogicalId, run.Record.Id);
        }

        run.Save(run.Record.Resource(resource.LogicalId)!, StackStatus.UpdateFailed, reason);
        run.SaveStatus(
            StackStatus.UpdateRollbackFailed,
            $"The following resource(s) failed to update: [{resource.LogicalId}]. ",
            record => record with { Operation = record.Operation! with { Phase = OperationPhase.Stuck } });
    }

    [LoggerMessage(LogLevel.Error, "The rollback of {LogicalId} of stack {StackId} failed unexpectedly.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string logicalId, string stackId);
}
