using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Publishes the state of resources that are values: parameters and connection strings.</summary>
internal static class ValueResources
{
    public static async Task PublishAsync(
        IResource resource, ProcessRunnerServices services, CancellationToken cancellationToken)
    {
        var (state, value) = await ReadAsync(resource, cancellationToken);
        await services.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with
        {
            State = state,
            Properties =
            [
                .. snapshot.Properties,
                new ResourcePropertySnapshot(
                    KnownProperties.ParameterValue, value) { IsSensitive = IsSecret(resource) },
            ],
        });
        if (resource is IResourceWithConnectionString && state.Text == KnownResourceStates.Running)
        {
            await services.Eventing.PublishAsync(
                new ConnectionStringAvailableEvent(resource, services.Services), cancellationToken);
        }
    }

    private static async Task<(ResourceStateSnapshot State, string? Value)> ReadAsync(
        IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            var value = await ((IValueProvider)resource).GetValueAsync(cancellationToken);
            return (new(KnownResourceStates.Running, KnownResourceStateStyles.Success), value);
        }
        catch (MissingParameterValueException missing)
        {
            return (new(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn), missing.Message);
        }
    }

    private static bool IsSecret(IResource resource) =>
        resource is ParameterResource { Secret: true } or IResourceWithConnectionString;
}
