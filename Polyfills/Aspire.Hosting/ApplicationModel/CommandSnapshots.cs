using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes into a snapshot which of the resource's commands can be given now.</summary>
internal static class CommandSnapshots
{
    public static CustomResourceSnapshot Refresh(
        IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services)
    {
        var context = new UpdateCommandStateContext { ResourceSnapshot = snapshot, ServiceProvider = services };
        var commands = resource.Annotations.OfType<ResourceCommandAnnotation>()
            .Select(command => new ResourceCommandSnapshot(
                command.Name,
                command.UpdateState(context),
                command.DisplayName,
                command.DisplayDescription,
                command.Parameter,
                command.ConfirmationMessage,
                command.IconName,
                command.IconVariant,
                command.IsHighlighted))
            .ToImmutableArray();
        return commands.SequenceEqual(snapshot.Commands) ? snapshot : snapshot with { Commands = commands };
    }
}
