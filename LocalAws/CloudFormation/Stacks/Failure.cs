namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Decides what becomes of a stack whose creation or update failed.</summary>
internal sealed class Failure(StackRun run)
{
    /// <param name="reason">What failed, a sentence with a space behind it.</param>
    public void Begin(string reason)
    {
        var isCreate = run.Operation.Kind == OperationKind.Create;
        switch (run.Operation.OnFailure)
        {
            case FailureAction.Nothing:
                run.SaveStatus(
                    isCreate ? StackStatus.CreateFailed : StackStatus.UpdateFailed,
                    reason,
                    record => record.WithoutOperation(isSuccess: false) with
                    {
                        Definition = record.Operation!.Target,
                    });
                break;
            case FailureAction.Delete when isCreate:
                run.SaveStatus(
                    StackStatus.DeleteInProgress,
                    reason + "Delete requested by user.",
                    record => record with { Operation = record.Operation! with { Kind = OperationKind.Delete } });
                break;
            default:
                run.SaveStatus(
                    isCreate ? StackStatus.RollbackInProgress : StackStatus.UpdateRollbackInProgress,
                    isCreate ? reason + "Rollback requested by user." : reason,
                    record => record with
                    {
                        Operation = record.Operation! with { Phase = OperationPhase.Rollback },
                    });
                break;
        }
    }
}
