using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.ChangeSets;

/// <summary>Finds what an update would change, without changing it.</summary>
internal sealed class StackPlan
{
    private readonly StackRecord _stack;
    private readonly StackDefinition _target;
    private readonly TemplateInstance _template;
    private readonly ResourceTypes _types;
    private readonly PlannedValues _values;
    private readonly ChangeCauses _causes;
    private readonly List<ResourceChange> _changes = [];

    /// <exception cref="AwsException">The update is not permitted.</exception>
    public StackPlan(
        StackRecord stack,
        StackDefinition target,
        TemplateInstance template,
        ResourceTypes types,
        StackStore store)
    {
        _stack = stack;
        _target = target;
        _template = template;
        _types = types;
        _values = new PlannedValues(new RunningValues(stack, store), stack);
        _causes = new ChangeCauses(template, stack.Definition.Parameters, _values);
        RefuseOtherTypes();
        foreach (var resource in template.Resources)
        {
            PlanResource(resource);
        }

        PlanRemovals();
    }

    /// <summary>What happens to which resource.</summary>
    public IReadOnlyList<ResourceChange> Changes => _changes;

    /// <summary>Whether there is anything to do, if only to outputs or tags.</summary>
    public bool HasChanges => _changes.Count > 0
        || _stack.Status == StackStatus.UpdateFailed
        || OutputsChange()
        || !_stack.Definition.Tags.SequenceEqual(_target.Tags)
        || !_stack.Definition.NotificationArns.SequenceEqual(_target.NotificationArns);

    private void RefuseOtherTypes()
    {
        var changed = _template.Resources
            .Where(resource => Existing(resource.LogicalId) is { } current && current.Type != resource.Type)
            .Select(resource => resource.LogicalId)
            .ToList();
        if (changed.Count > 0)
        {
            throw AwsException.Validation(
                "Update of resource type is not permitted. The new template modifies resource type of the following "
                + $"resources: [{string.Join(", ", changed)}]");
        }
    }

    private void PlanResource(ResourceDefinition resource)
    {
        if (Existing(resource.LogicalId) is not { } current)
        {
            _values.Forget(resource.LogicalId);
            _changes.Add(new ResourceChange
            {
                Action = ResourceChange.Add,
                LogicalId = resource.LogicalId,
                Type = resource.Type,
            });
            return;
        }

        var details = PropertyChanges(resource, current);
        AddAttributeChanges(resource, current, details);
        if (details.Count == 0)
        {
            return;
        }

        var replacement = ReplacementBy(details);
        if (replacement != "False")
        {
            _values.Forget(resource.LogicalId);
        }

        _changes.Add(new ResourceChange
        {
            Action = ResourceChange.Modify,
            LogicalId = resource.LogicalId,
            PhysicalId = current.PhysicalId,
            Type = resource.Type,
            Replacement = replacement,
            PolicyAction = replacement == "False" ? null : $"ReplaceAnd{resource.UpdateReplacePolicy}",
            Details = details,
        });
    }

    /// <summary>A value that is not known yet may turn out to be the one that there is.</summary>
    private static string ReplacementBy(List<PropertyChange> details)
    {
        var replacing = details.Where(detail => detail.RequiresRecreation == "Always").ToList();
        return replacing.Count == 0 ? "False" : replacing.Exists(detail => detail.Evaluation == "Static") ? "True"
            : "Conditional";
    }

    private List<PropertyChange> PropertyChanges(ResourceDefinition resource, StackResource current)
    {
        var schema = _types[resource.Type].Schema;
        var known = new JsonObject();
        var unknown = new List<string>();
        var properties = _template.PropertiesOf(resource);
        foreach (var (name, value) in properties)
        {
            try
            {
                if (new TemplateEvaluator(_template, _values).Evaluate(value) is { } evaluated)
                {
                    known[name] = evaluated;
                }
            }
            catch (ValueNotKnownException)
            {
                unknown.Add(name);
            }
        }

        var wanted = schema.ConvertKnown(resource.LogicalId, known);
        var tagged = (JsonObject)wanted.DeepClone();
        ResourceProperties.AddTags(tagged, schema, _target);
        ResourceProperties.AddTags(wanted, schema, _stack.Definition);
        return
        [
            // What the stack's tags change is told apart from what the template's do.
            .. ResourceSchema.Differences(wanted, tagged).Take(1)
                .Select(_ => new PropertyChange("Tags", null, "Never", "Static")),
            .. ResourceSchema.Differences(current.ParseProperties(), wanted)
                .Except(unknown)
                .SelectMany(name => ChangesOf(
                    name, Recreation(schema, name), "Static", _causes.OfKnown(properties[name]))),
            .. unknown.SelectMany(name => ChangesOf(
                name, Recreation(schema, name), "Dynamic", _causes.OfUnknown(properties[name]))),
        ];
    }

    private static string Recreation(ResourceSchema schema, string property) =>
        schema.Replaces(property) ? "Always" : "Never";

    /// <summary>The change of a property, once for each of its causes, as AWS tells it.</summary>
    private static IEnumerable<PropertyChange> ChangesOf(
        string name,
        string recreation,
        string evaluation,
        IEnumerable<(string Source, string? Entity)> causes) =>
        causes.Select(cause =>
            new PropertyChange("Properties", name, recreation, evaluation, cause.Source, cause.Entity));

    private static void AddAttributeChanges(
        ResourceDefinition resource,
        StackResource current,
        List<PropertyChange> details)
    {
        if (resource.DeletionPolicy != current.DeletionPolicy)
        {
            details.Add(new PropertyChange("DeletionPolicy", null, "Never", "Static"));
        }

        if (resource.Metadata?.ToJsonString() != current.Metadata)
        {
            details.Add(new PropertyChange("Metadata", null, "Never", "Static"));
        }
    }

    private void PlanRemovals()
    {
        var wanted = _template.Resources.Select(resource => resource.LogicalId).ToHashSet();
        foreach (var resource in _stack.Resources.Where(resource => !wanted.Contains(resource.LogicalId)))
        {
            _changes.Add(new ResourceChange
            {
                Action = ResourceChange.Remove,
                LogicalId = resource.LogicalId,
                PhysicalId = resource.PhysicalId,
                Type = resource.Type,
                PolicyAction = resource.DeletionPolicy == ResourcePolicy.Delete ? "Delete" : "Retain",
            });
        }
    }

    private bool OutputsChange()
    {
        try
        {
            return !StackOutputs.Evaluate(_template, _values).SequenceEqual(_stack.Outputs);
        }
        catch (ValueNotKnownException)
        {
            return true;
        }
    }

    private StackResource? Existing(string logicalId) =>
        _stack.Resource(logicalId) is { PhysicalId: not null } resource ? resource : null;
}
