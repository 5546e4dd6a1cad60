using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Deletes a stack with its resources.</summary>
internal sealed class Deletion(StackRun run)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            lock (run.Store.ExportLock)
            {
                ExportRules.VerifyDeletion(run.Store, run.Record);
                run.Stack.Change(record => record with { Outputs = [] });
            }
        }
        catch (AwsException refusal)
        {
            // Nothing is deleted yet, so the stack is what it was before, as on AWS, and can be updated.
            run.SaveStatus(
                run.Operation.EarlierStatus ?? StackStatus.DeleteFailed,
                refusal.Message,
                record => record.WithoutOperation(isSuccess: false) with { Operation = record.Operation!.Earlier });
            return;
        }

        var deletion = new ResourceDeletion(run);
        await deletion.DeleteAllAsync(IsKept, cancellationToken);
        await DeleteRetiredAsync(deletion, cancellationToken);
        Complete(deletion.Failed);
    }

    private bool IsKept(StackResource resource) => resource.PhysicalId is not null
        && (run.Operation.Retain.Contains(resource.LogicalId)
            || resource.DeletionPolicy is ResourcePolicy.Retain or ResourcePolicy.RetainExceptOnCreate);

    private async Task DeleteRetiredAsync(ResourceDeletion deletion, CancellationToken cancellationToken)
    {
        foreach (var retired in DeletionOrder.Sort(run.Record.Retired, retired => retired.Resource))
        {
            await deletion.DeleteAsync(
                retired.Resource, retired.IsKept, (record, _) => record, cancellationToken);
        }
    }

    private void Complete(IReadOnlyList<string> failed)
    {
        if (failed.Count > 0)
        {
            run.SaveStatus(
                StackStatus.DeleteFailed,
                $"The following resource(s) failed to delete: [{string.Join(", ", failed)}]. ",
                record => record.WithoutOperation(isSuccess: false));
            return;
        }

        run.SaveStatus(StackStatus.DeleteComplete, null, record => record.WithoutOperation(isSuccess: true) with
        {
            DeletedAt = run.Now,
            Outputs = [],
            Retired = [],
        });
    }
}
