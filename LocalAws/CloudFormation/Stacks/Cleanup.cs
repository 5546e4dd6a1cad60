namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Deletes what a stack no longer has, after an update or after the rollback of one.</summary>
/// <remarks>What cannot be deleted is left behind, as on AWS: the stack is complete without it.</remarks>
internal sealed class Cleanup(StackRun run)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var deletion = new ResourceDeletion(run);
        foreach (var retired in DeletionOrder.Sort(run.Record.Retired, retired => retired.Resource))
        {
            await deletion.DeleteAsync(
                retired.Resource,
                retired.IsKept,
                (record, resource) => Place(record, retired.Resource, resource, retired.IsKept),
                cancellationToken);
        }

        var isRollback = run.Operation.Phase == OperationPhase.RollbackCleanup;
        run.SaveStatus(
            isRollback ? StackStatus.UpdateRollbackComplete : StackStatus.UpdateComplete,
            deletion.Failed.Count == 0 ? null : "One or more resources could not be deleted.",
            record => (record with { Retired = [] }).WithoutOperation(isSuccess: !isRollback));
    }

    /// <summary>A resource that is gone leaves the list, so that a restart does not delete it again.</summary>
    private static StackRecord Place(StackRecord record, StackResource before, StackResource after, bool isKept)
    {
        var others = record.Retired.Where(retired =>
            retired.Resource.LogicalId != before.LogicalId || retired.Resource.PhysicalId != before.PhysicalId);
        return record with
        {
            Retired = after.Status is StackStatus.DeleteComplete or StackStatus.DeleteSkipped
                ? [.. others]
                : [.. others, new RetiredResource(after, isKept)],
        };
    }
}
