using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Deletes resources, those that depend on others first.</summary>
internal sealed partial class ResourceDeletion(StackRun run)
{
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);
    private readonly List<string> _failed = [];

    /// <summary>The logical ids of what could not be deleted.</summary>
    public IReadOnlyList<string> Failed => _failed;

    /// <summary>Deletes what the stack still has.</summary>
    /// <param name="isKept">Whether a resource only leaves the stack.</param>
    /// <param name="cancellationToken">Ends the run, to be taken up by the next one.</param>
    public async Task DeleteAllAsync(Func<StackResource, bool> isKept, CancellationToken cancellationToken)
    {
        var resources = run.Record.Resources
            .Where(resource => resource.Status is not (StackStatus.DeleteComplete or StackStatus.DeleteSkipped))
            .ToList();
        foreach (var resource in DeletionOrder.Sort(resources, resource => resource))
        {
            await DeleteAsync(
                resource, isKept(resource), (record, changed) => record.With(changed), cancellationToken);
        }
    }

    /// <summary>Deletes one resource, unless another that could not be deleted needs it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="isKept">Whether it only leaves the stack.</param>
    /// <param name="place">Puts the resource, as it is now, into the record.</param>
    /// <param name="cancellationToken">Ends the run, to be taken up by the next one.</param>
    public async ValueTask DeleteAsync(
        StackResource resource,
        bool isKept,
        Func<StackRecord, StackResource, StackRecord> place,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_blocked.Contains(resource.LogicalId))
        {
            _blocked.UnionWith(resource.DependsOn);
            return;
        }

        if (isKept)
        {
            Save(resource, StackStatus.DeleteSkipped, null, place);
            return;
        }

        try
        {
            if (resource.PhysicalId is not null)
            {
                Save(resource, StackStatus.DeleteInProgress, null, place);
                await HandlerCall.InvokeAsync(
                    run.TypeOf(resource),
                    type => type.DeleteAsync(run.HandleOf(resource), cancellationToken));
            }

            Save(resource, StackStatus.DeleteComplete, null, place);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed.Add(resource.LogicalId);
            _blocked.UnionWith(resource.DependsOn);
            Save(resource, StackStatus.DeleteFailed, ReasonOf(exception, resource), place);
        }
    }

    private void Save(
        StackResource resource,
        string status,
        string? reason,
        Func<StackRecord, StackResource, StackRecord> place)
    {
        var now = run.Now;
        var changed = resource with { Status = status, StatusReason = reason, Timestamp = now };
        run.Save(resource, record => place(record, changed).WithEventOf(changed, status, reason, now));
    }

    private string ReasonOf(Exception exception, StackResource resource)
    {
        if (exception is AwsException refusal)
        {
            return refusal.Message;
        }

        LogFailed(run.Logger, exception, resource.LogicalId, run.Record.Id);
        return "Internal Failure";
    }

    [LoggerMessage(LogLevel.Error, "The deletion of {LogicalId} of stack {StackId} failed unexpectedly.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string logicalId, string stackId);
}
