using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command that can be given to a resource.</summary>
/// <param name="name">The name it is called by.</param>
/// <param name="displayName">The name it is displayed by.</param>
/// <param name="updateState">Decides from the resource's snapshot whether it can be given now.</param>
/// <param name="executeCommand">What it does.</param>
/// <param name="displayDescription">What it is for.</param>
/// <param name="parameter">Not used by the host.</param>
/// <param name="confirmationMessage">The question asked before.</param>
/// <param name="iconName">The icon it is displayed with.</param>
/// <param name="iconVariant">The icon's variant.</param>
/// <param name="isHighlighted">Whether it is displayed in front.</param>
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    string? displayDescription,
    object? parameter,
    string? confirmationMessage,
    string? iconName,
    IconVariant? iconVariant,
    bool isHighlighted) : IResourceAnnotation
{
    /// <summary>The name it is called by.</summary>
    public string Name { get; } = name;

    /// <summary>The name it is displayed by.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>Decides from the resource's snapshot whether it can be given now.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState;

    /// <summary>What it does.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;

    /// <summary>What it is for.</summary>
    public string? DisplayDescription { get; } = displayDescription;

    /// <summary>Not used by the host.</summary>
    public object? Parameter { get; } = parameter;

    /// <summary>The question asked before.</summary>
    public string? ConfirmationMessage { get; } = confirmationMessage;

    /// <summary>The icon it is displayed with.</summary>
    public string? IconName { get; } = iconName;

    /// <summary>The icon's variant.</summary>
    public IconVariant? IconVariant { get; } = iconVariant;

    /// <summary>Whether it is displayed in front.</summary>
    public bool IsHighlighted { get; } = isHighlighted;
}

/// <summary>A command as part of a snapshot.</summary>
public sealed record ResourceCommandSnapshot(
    string Name,
    ResourceCommandState State,
    string DisplayName,
    string? DisplayDescription,
    object? Parameter,
    string? ConfirmationMessage,
    string? IconName,
    IconVariant? IconVariant,
    bool IsHighlighted);

/// <summary>Whether a command can be given.</summary>
public enum ResourceCommandState
{
    /// <summary>It can.</summary>
    Enabled,

    /// <summary>It is shown, but cannot.</summary>
    Disabled,

    /// <summary>It is not shown.</summary>
    Hidden,
}

/// <summary>The variant of an icon.</summary>
public enum IconVariant
{
    /// <summary>Outlined.</summary>
    Regular,

    /// <summary>Filled.</summary>
    Filled,
}

/// <summary>What the decision whether a command can be given sees.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>The resource as it is.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }
}

/// <summary>What a command sees.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The resource instance it was given to.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Ends with the caller.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The resource's log.</summary>
    public required ILogger Logger { get; init; }
}

/// <summary>What can be said about a command beside what it does.</summary>
public class CommandOptions
{
    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The question asked before.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>The icon it is displayed with.</summary>
    public string? IconName { get; set; }

    /// <summary>The icon's variant.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether it is displayed in front.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Decides whether it can be given now; always when null.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it did what it is for.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether the user gave it up.</summary>
    public bool Canceled { get; init; }

    /// <summary>What to tell the user.</summary>
    public string? Message { get; init; }
}

/// <summary>Makes results of commands.</summary>
public static class CommandResults
{
    /// <summary>It did what it is for.</summary>
    public static ExecuteCommandResult Success() => new() { Success = true };

    /// <summary>It did what it is for, and has something to say.</summary>
    public static ExecuteCommandResult Success(string message) => new() { Success = true, Message = message };

    /// <summary>It failed.</summary>
    public static ExecuteCommandResult Failure(string? errorMessage = null) =>
        new() { Success = false, Message = errorMessage };

    /// <summary>It failed with an exception.</summary>
    public static ExecuteCommandResult Failure(Exception exception) => Failure(exception.Message);

    /// <summary>The user gave it up.</summary>
    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}
