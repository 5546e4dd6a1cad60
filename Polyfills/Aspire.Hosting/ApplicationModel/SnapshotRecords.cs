using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A state and how it is displayed.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>, or a word of one's own.</param>
/// <param name="Style">One of <see cref="KnownResourceStateStyles"/>.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without a style.</summary>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}

/// <summary>A named fact about a resource.</summary>
/// <param name="Name">Its key, such as <c>executable.pid</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>Whether displays mask the value.</summary>
    public bool IsSensitive { get; init; }
}

/// <summary>One environment variable of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsFromSpec">Whether the model set it, rather than the AppHost's own environment.</param>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);

/// <summary>A URL of a resource.</summary>
/// <param name="Name">The endpoint it belongs to.</param>
/// <param name="Url">The URL.</param>
/// <param name="IsInternal">Whether it is shown in details only.</param>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal)
{
    /// <summary>Whether nobody listens there now.</summary>
    public bool IsInactive { get; init; }

    /// <summary>How it is displayed.</summary>
    public UrlDisplayPropertiesSnapshot DisplayProperties { get; init; } = new();
}

/// <summary>How a URL is displayed.</summary>
/// <param name="DisplayName">The text shown instead of it.</param>
/// <param name="SortOrder">Higher comes first.</param>
public sealed record UrlDisplayPropertiesSnapshot(string DisplayName = "", int SortOrder = 0);

/// <summary>A relation to another resource.</summary>
/// <param name="ResourceName">The other's name.</param>
/// <param name="Type">"Parent", "Reference", "WaitFor", or a word of one's own.</param>
public sealed record RelationshipSnapshot(string ResourceName, string Type);

/// <summary>The last report of a health check.</summary>
/// <param name="Name">The check's key.</param>
/// <param name="Status">Its result; null until it ran.</param>
/// <param name="Description">What the check said.</param>
/// <param name="ExceptionText">What it threw.</param>
public sealed record HealthReportSnapshot(string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    /// <summary>When it last ran, UTC.</summary>
    public DateTime? LastRunAt { get; init; }
}
