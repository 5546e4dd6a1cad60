using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Makes a stack what its template says: the forward phase of a creation or an update.</summary>
/// <remarks>
/// A resource that is there with the same properties is left alone, so a run that a crash interrupted is simply
/// repeated.
/// </remarks>
internal sealed partial class Deployment(StackRun run)
{
    private const string ReplacementReason =
        "Requested update requires the creation of a new physical resource; hence creating one.";

    private readonly HashSet<string> _imports = new(StringComparer.Ordinal);

    private bool IsUpdate => run.Operation.Kind == OperationKind.Update;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var target = run.Operation.Target;
        var template = run.Instantiate(target);
        foreach (var resource in template.Resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                RefuseLate();
                await DeployAsync(resource, template, target, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                FailResource(resource, exception);
                return;
            }
        }

        Complete(template, target);
    }

    private void RefuseLate()
    {
        if (!IsUpdate
            && run.Record.TimeoutInMinutes is { } minutes
            && run.Now - run.Operation.StartedAt > TimeSpan.FromMinutes(minutes))
        {
            throw AwsException.Validation("Stack creation time exceeded the specified timeout.");
        }
    }

    private async ValueTask DeployAsync(
        ResourceDefinition definition,
        TemplateInstance template,
        StackDefinition target,
        CancellationToken cancellationToken)
    {
        var type = run.Types[definition.Type];
        var values = new RunningValues(run.Record, run.Store);
        var properties = ResourceProperties.Evaluate(definition, template, values, type.Schema, target);
        _imports.UnionWith(values.Imports);
        var wanted = new StackResource
        {
            LogicalId = definition.LogicalId,
            Type = definition.Type,
            Status = IsUpdate ? StackStatus.UpdateInProgress : StackStatus.CreateInProgress,
            Timestamp = run.Now,
            Properties = properties.ToJsonString(),
            DeletionPolicy = definition.DeletionPolicy,
            DependsOn = [.. template.Dependencies(definition.LogicalId)],
            Metadata = definition.Metadata?.ToJsonString(),
        };
        var current = run.Record.Resource(definition.LogicalId);
        if (current?.PhysicalId is null)
        {
            await CreateAsync(wanted, null, definition, cancellationToken);
        }
        else if (current.IsUnfinished)
        {
            await ResumeAsync(current, wanted, definition, cancellationToken);
        }
        else
        {
            await UpdateAsync(current, wanted, definition, cancellationToken);
        }
    }

    /// <summary>
    /// Goes on with a creation that a crash interrupted, or that failed with properties since corrected.
    /// </summary>
    private async ValueTask ResumeAsync(
        StackResource current,
        StackResource wanted,
        ResourceDefinition definition,
        CancellationToken cancellationToken)
    {
        var type = run.Types[wanted.Type];
        var differences = ResourceSchema.Differences(current.ParseProperties(), wanted.ParseProperties());
        if (differences.Any(type.Schema.Replaces))
        {
            // The name may be another one now; what the failed creation left, if anything, is the cleanup's.
            var isThere = await HandlerCall.InvokeAsync(
                type, handler => handler.ExistsAsync(run.HandleOf(current), cancellationToken));
            await CreateAsync(wanted, isThere ? current : null, definition, cancellationToken);
            return;
        }

        var status = current.Status is StackStatus.UpdateFailed or StackStatus.UpdateInProgress
            ? StackStatus.UpdateInProgress
            : StackStatus.CreateInProgress;
        var planned = wanted with { PhysicalId = current.PhysicalId, IsUnfinished = true, Status = status };
        if (current.Status != status)
        {
            run.Save(planned, status, null);
        }

        // What the failed creation made has the properties of then.
        await FinishAsync(planned, cancellationToken, isChanged: differences.Count > 0);
    }

    private async ValueTask UpdateAsync(
        StackResource current,
        StackResource wanted,
        ResourceDefinition definition,
        CancellationToken cancellationToken)
    {
        var type = run.Types[wanted.Type];
        var differences = ResourceSchema.Differences(current.ParseProperties(), wanted.ParseProperties());
        var kept = wanted with
        {
            PhysicalId = current.PhysicalId,
            Attributes = current.Attributes,
            Status = current.Status,
            StatusReason = current.StatusReason,
            Timestamp = current.Timestamp,
        };
        if (differences.Count == 0 && current.Status is not (StackStatus.UpdateInProgress or StackStatus.UpdateFailed))
        {
            // A policy or a dependency may differ: it is remembered, and no service is called.
            run.Stack.Stage(record => record.With(kept));
            return;
        }

        if (differences.Any(type.Schema.Replaces))
        {
            await CreateAsync(wanted, current, definition, cancellationToken);
            return;
        }

        run.Save(current, StackStatus.UpdateInProgress, null);
        var updated = await HandlerCall.InvokeAsync(
            type, handler => handler.UpdateAsync(run.HandleOf(kept), cancellationToken));
        run.Save(
            kept with { PhysicalId = updated.PhysicalId, Attributes = updated.Attributes },
            StackStatus.UpdateComplete,
            EffectNote(type, wanted));
    }

    private async ValueTask CreateAsync(
        StackResource wanted,
        StackResource? replaced,
        ResourceDefinition definition,
        CancellationToken cancellationToken)
    {
        var type = run.Types[wanted.Type];
        var status = replaced is null ? StackStatus.CreateInProgress : StackStatus.UpdateInProgress;
        run.Save(replaced ?? wanted, status, replaced is null ? null : ReplacementReason);
        var id = type.PlanId(new NewResource(
            run.Record.Name, wanted.LogicalId, wanted.ParseProperties(), run.Record.Context));
        if (id == replaced?.PhysicalId)
        {
            throw AwsException.Validation(
                "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
                + $"Rename {id} and update the stack again.");
        }

        await run.Store.CreationTurn.WaitAsync(cancellationToken);
        try
        {
            var planned = wanted with { PhysicalId = id, IsUnfinished = true, Status = status };
            await ClaimAsync(planned, replaced, definition, cancellationToken);
            await FinishAsync(planned, cancellationToken);
        }
        finally
        {
            run.Store.CreationTurn.Release();
        }
    }

    /// <summary>Makes the id of a resource the stack's, unless it is somebody else's already.</summary>
    private async ValueTask ClaimAsync(
        StackResource planned,
        StackResource? replaced,
        ResourceDefinition definition,
        CancellationToken cancellationToken)
    {
        var type = run.Types[planned.Type];
        if (await HandlerCall.InvokeAsync(
            type, handler => handler.ExistsAsync(run.HandleOf(planned), cancellationToken)))
        {
            throw HandlerCall.AlreadyExists(type, planned.PhysicalId!);
        }

        // From here on the id is the stack's: whatever a crash leaves is finished or deleted.
        run.Save(planned, planned.Status, "Resource creation Initiated", record => replaced is null ? record : record with
        {
            Retired =
            [
                .. record.Retired,
                new RetiredResource(replaced, definition.UpdateReplacePolicy == ResourcePolicy.Retain),
            ],
        });
    }

    private async ValueTask FinishAsync(
        StackResource planned,
        CancellationToken cancellationToken,
        bool isChanged = false)
    {
        var type = run.Types[planned.Type];
        var created = await HandlerCall.InvokeAsync(
            type, handler => handler.CreateAsync(run.HandleOf(planned), cancellationToken));
        if (isChanged)
        {
            var handle = run.HandleOf(planned with { PhysicalId = created.PhysicalId });
            created = await HandlerCall.InvokeAsync(type, handler => handler.UpdateAsync(handle, cancellationToken));
        }

        run.Save(
            planned with { PhysicalId = created.PhysicalId, Attributes = created.Attributes, IsUnfinished = false },
            planned.Status == StackStatus.UpdateInProgress ? StackStatus.UpdateComplete : StackStatus.CreateComplete,
            EffectNote(type, planned));
    }

    /// <summary>Says what a resource does not do here; null when it does everything.</summary>
    private static string? EffectNote(ResourceType type, StackResource resource)
    {
        if (!type.HasEffect)
        {
            return $"{type.Schema.TypeName} has no local effect: LocalAws keeps its id and made nothing.";
        }

        var ignored = resource.ParseProperties()
            .Select(property => property.Key)
            .Where(name => type.Schema.Properties?[name].HasNoEffect == true)
            .ToList();
        return ignored.Count == 0 ? null : $"No local effect: {string.Join(", ", ignored)}.";
    }

    private void FailResource(ResourceDefinition definition, Exception exception)
    {
        var reason = ReasonOf(exception, definition.LogicalId);
        var current = run.Record.Resource(definition.LogicalId);
        var isNew = run.Operation.Before.All(before => before.LogicalId != definition.LogicalId);
        run.Save(
            current ?? new StackResource
            {
                LogicalId = definition.LogicalId,
                Type = definition.Type,
                Status = StackStatus.CreateFailed,
                Timestamp = run.Now,
                Properties = "{}",
            },
            isNew ? StackStatus.CreateFailed : StackStatus.UpdateFailed,
            reason);
        new Failure(run).Begin(
            $"The following resource(s) failed to {(isNew ? "create" : "update")}: [{definition.LogicalId}]. ");
    }

    private void Complete(TemplateInstance template, StackDefinition target)
    {
        // No other stack may take an export's name, or begin to use one, between the check and the change.
        lock (run.Store.ExportLock)
        {
            IReadOnlyList<StackOutput> outputs;
            try
            {
                var values = new RunningValues(run.Record, run.Store);
                outputs = StackOutputs.Evaluate(template, values);
                _imports.UnionWith(values.Imports);
                ExportRules.Verify(run.Store, run.Record, outputs);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                new Failure(run).Begin(ReasonOf(exception, "Outputs") + ". ");
                return;
            }

            Func<StackRecord, StackRecord> complete = record => record with
            {
                Definition = target,
                Outputs = outputs,
                Imports = [.. _imports.Order(StringComparer.Ordinal)],
                ChangeSetId = record.Operation?.ChangeSetId ?? record.ChangeSetId,
            };
            if (IsUpdate)
            {
                run.SaveStatus(StackStatus.UpdateCleanup, null, record => Retire(complete(record), template));
            }
            else
            {
                run.SaveStatus(
                    StackStatus.CreateComplete, null, record => complete(record).WithoutOperation(isSuccess: true));
            }
        }
    }

    private static StackRecord Retire(StackRecord record, TemplateInstance template)
    {
        var wanted = template.Resources.Select(resource => resource.LogicalId).ToHashSet();
        var removed = record.Resources.Where(resource => !wanted.Contains(resource.LogicalId));
        return record with
        {
            Resources = [.. record.Resources.Where(resource => wanted.Contains(resource.LogicalId))],
            Retired =
            [
                .. record.Retired,
                .. removed.Select(resource => new RetiredResource(
                    resource, resource.DeletionPolicy is not ResourcePolicy.Delete)),
            ],
            Operation = record.Operation! with { Phase = OperationPhase.Cleanup },
        };
    }

    private string ReasonOf(Exception exception, string what)
    {
        if (exception is AwsException refusal)
        {
            return refusal.Message;
        }

        LogFailed(run.Logger, exception, what, run.Record.Id);
        return "Internal Failure";
    }

    [LoggerMessage(LogLevel.Error, "{What} of stack {StackId} failed unexpectedly.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string what, string stackId);
}
