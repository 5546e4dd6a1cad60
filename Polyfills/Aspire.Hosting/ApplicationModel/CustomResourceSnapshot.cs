using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known about a resource at one moment; every change publishes a new one.</summary>
public sealed record CustomResourceSnapshot
{
    private readonly ImmutableArray<HealthReportSnapshot> _healthReports = [];
    private readonly ResourceStateSnapshot? _state;

    /// <summary>"Project", "Executable", "Parameter", or a word of one's own.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Named facts, such as <c>executable.pid</c>.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>When the resource was made, UTC.</summary>
    public DateTime? CreationTimeStamp { get; init; }

    /// <summary>When it last started, UTC.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>When it last ended, UTC.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>The state; null before anything was published.</summary>
    public ResourceStateSnapshot? State
    {
        get => _state;
        init
        {
            _state = value;
            HealthStatus = ComputeHealthStatus(_healthReports, value?.Text);
        }
    }

    /// <summary>The exit code of its last run.</summary>
    public int? ExitCode { get; init; }

    /// <summary>
    /// Its health while it runs, null otherwise. Running without checks is healthy; a check without a report is not.
    /// </summary>
    public HealthStatus? HealthStatus { get; private init; }

    /// <summary>The last report of each of its health checks.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports
    {
        get => _healthReports;
        internal init
        {
            _healthReports = value;
            HealthStatus = ComputeHealthStatus(value, _state?.Text);
        }
    }

    /// <summary>The environment it was last started with.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>The URLs it can be reached at.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>How it relates to other resources.</summary>
    public ImmutableArray<RelationshipSnapshot> Relationships { get; init; } = [];

    /// <summary>The commands it takes, and whether they can be given now.</summary>
    public ImmutableArray<ResourceCommandSnapshot> Commands { get; init; } = [];

    /// <summary>Whether it is left out of displays.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The icon it is displayed with.</summary>
    public string? IconName { get; init; }

    /// <summary>The handlers of its ready event; null until it became ready in this run.</summary>
    internal Task? ReadyHandlers { get; init; }

    private static HealthStatus? ComputeHealthStatus(ImmutableArray<HealthReportSnapshot> reports, string? state)
    {
        if (state != KnownResourceStates.Running)
        {
            return null;
        }

        return reports.IsEmpty
            ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
            : reports.Min(
                report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
    }
}
