using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Gives commands to resources.</summary>
public class ResourceCommandService
{
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;
    private readonly DistributedApplicationModel _model;
    private readonly IServiceProvider _services;

    internal ResourceCommandService(
        ResourceNotificationService notifications,
        ResourceLoggerService loggers,
        DistributedApplicationModel model,
        IServiceProvider services)
    {
        _notifications = notifications;
        _loggers = loggers;
        _model = model;
        _services = services;
    }

    /// <summary>Gives a command to the resource of an id or name.</summary>
    /// <returns>How the command ended; a failure when there is no such resource or command.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var resource = _notifications.TryGetCurrentState(resourceId, out var current)
            ? current.Resource
            : _model.Resources.FirstOrDefault(
                one => string.Equals(one.Name, resourceId, StringComparison.OrdinalIgnoreCase));
        return resource is null
            ? CommandResults.Failure($"Resource '{resourceId}' not found.")
            : await ExecuteCommandAsync(resource, commandName, cancellationToken);
    }

    /// <summary>Gives a command to a resource.</summary>
    /// <returns>How the command ended; a failure when the resource does not take such a command.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var command = resource.Annotations.OfType<ResourceCommandAnnotation>()
            .LastOrDefault(one => one.Name == commandName);
        if (command is null)
        {
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{resource.Name}'.");
        }

        var logger = _loggers.GetLogger(resource);
        try
        {
            return await command.ExecuteCommand(new ExecuteCommandContext
            {
                ResourceName = ResourceNotificationService.IdOf(resource),
                ServiceProvider = _services,
                CancellationToken = cancellationToken,
                Logger = logger,
            });
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
        catch (Exception failure)
        {
            // A command is code of the AppHost's author: what it throws is an answer to the caller, not an end of the
            // host.
            OrchestrationLog.CommandFailed(logger, failure, commandName);
            return CommandResults.Failure(failure);
        }
    }
}
