using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>What the steps of an operation on one stack share.</summary>
internal sealed record StackRun(
    Stack Stack,
    StackStore Store,
    ResourceTypes Types,
    TimeProvider TimeProvider,
    ILogger Logger)
{
    public StackRecord Record => Stack.Latest;

    /// <summary>The operation under way.</summary>
    public StackOperation Operation => Record.Operation
        ?? throw new InvalidOperationException($"No operation is under way on {Record.Id}.");

    public DateTimeOffset Now => TimeProvider.GetUtcNow();

    public ResourceType TypeOf(StackResource resource) => Types[resource.Type];

    public ResourceHandle HandleOf(StackResource resource) =>
        new(resource.PhysicalId!, resource.ParseProperties(), Record.Context);

    /// <summary>The template of a definition with the values of its parameters.</summary>
    public TemplateInstance Instantiate(StackDefinition definition) => new(
        TemplateParser.ParseAccepted(definition.TemplateBody),
        definition.Parameters,
        Record.PseudoParameters(definition));

    /// <summary>Gives a resource a new state, and the event that says so.</summary>
    public void Save(StackResource resource, string status, string? reason, Func<StackRecord, StackRecord>? more = null)
    {
        var now = Now;
        var changed = resource with { Status = status, StatusReason = reason, Timestamp = now };
        Save(resource, record => (more?.Invoke(record) ?? record)
            .With(changed)
            .WithEventOf(changed, status, reason, now));
    }

    /// <summary>Changes the record for a resource: durably, if the resource is more than an entry in it.</summary>
    public void Save(StackResource resource, Func<StackRecord, StackRecord> change)
    {
        if (TypeOf(resource).HasEffect)
        {
            Stack.Change(change);
        }
        else
        {
            Stack.Stage(change);
        }
    }

    /// <summary>Changes the status of the stack, with the event that says so.</summary>
    public void SaveStatus(string status, string? reason, Func<StackRecord, StackRecord> more)
    {
        // The event carries the operation's token, so it is added before the operation ends.
        var now = Now;
        Stack.Change(record => more(record.WithStatus(status, reason, now)));
    }
}
