using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.ChangeSets;

/// <summary>What a plan knows of resources: those that will be made or replaced have no values yet.</summary>
internal sealed class PlannedValues(RunningValues current, StackRecord stack) : IResourceValues
{
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>From now on the resource's values are not known.</summary>
    public void Forget(string logicalId) => _unknown.Add(logicalId);

    public string Ref(string logicalId) => current.Ref(Known(logicalId));

    public string GetAtt(string logicalId, string attribute) => current.GetAtt(Known(logicalId), attribute);

    public string Import(string name) => current.Import(name);

    /// <summary>Whether the resource is there and stays.</summary>
    public bool Knows(string logicalId) =>
        !_unknown.Contains(logicalId) && stack.Resource(logicalId) is { PhysicalId: not null, IsUnfinished: false };

    private string Known(string logicalId) => Knows(logicalId) ? logicalId : throw new ValueNotKnownException();
}

/// <summary>A value is known only when the resource that gives it is there.</summary>
internal sealed class ValueNotKnownException : Exception;
