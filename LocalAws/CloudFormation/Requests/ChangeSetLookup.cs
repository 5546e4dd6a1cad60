using TelemetryAspire.LocalAws.CloudFormation.ChangeSets;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>Finds a change set by its id, or by its name and its stack.</summary>
internal static class ChangeSetLookup
{
    /// <exception cref="AwsException">ChangeSetNotFound, or ValidationError about the stack.</exception>
    public static (Stack Stack, ChangeSet ChangeSet) Find(StackStore store, string? nameOrId, string? stackName)
    {
        var validation = new Validation();
        validation.Required("changeSetName", nameOrId);
        validation.Length("changeSetName", nameOrId, 1, 1600);
        validation.ThrowIfFailed();
        return TryFind(store, nameOrId!, stackName) ?? throw StackErrors.ChangeSetNotFound(nameOrId!);
    }

    /// <summary>As <see cref="Find"/>, with null when the stack has no such change set.</summary>
    public static (Stack Stack, ChangeSet ChangeSet)? TryFind(StackStore store, string nameOrId, string? stackName)
    {
        if (nameOrId.StartsWith("arn:", StringComparison.Ordinal))
        {
            return store.List()
                .SelectMany(stack => stack.Record.ChangeSets.Select(changeSet => (stack, changeSet)))
                .Where(found => found.changeSet.Id == nameOrId)
                .Select(found => ((Stack, ChangeSet)?)found)
                .FirstOrDefault();
        }

        if (string.IsNullOrEmpty(stackName))
        {
            throw AwsException.Validation("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }

        var stack = StackNames.Find(store, stackName, StackErrors.DoesNotExist);
        return stack.Record.ChangeSets.FirstOrDefault(changeSet => changeSet.Name == nameOrId) is { } changeSet
            ? (stack, changeSet)
            : null;
    }
}
