using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>A scheduled query as the catalog keeps it. Immutable.</summary>
internal sealed record ScheduledQueryEntry
{
    public required string Name { get; init; }

    /// <summary>The last part of the ARN: the name and a suffix, so that a query created anew is another one.</summary>
    public required string Id { get; init; }

    public required string QueryString { get; init; }

    public required string ScheduleExpression { get; init; }

    public required string TopicArn { get; init; }

    public required string RoleArn { get; init; }

    public required S3Location ErrorReport { get; init; }

    public TimestreamTarget? Target { get; init; }

    public string? KmsKeyId { get; init; }

    public string? ClientToken { get; init; }

    public required bool IsEnabled { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>The time that the last run was for.</summary>
    public DateTimeOffset? PreviousInvocationTime { get; init; }

    /// <summary>The version of the records of the last run: those of the next are higher.</summary>
    public long LastVersion { get; init; }

    public ScheduledRun? LastRun { get; init; }

    /// <summary>The last five runs that failed, newest first.</summary>
    public required IReadOnlyList<ScheduledRun> FailedRuns { get; init; }

    /// <summary>Ordered by key.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    public string Arn(RequestContext context) =>
        $"arn:aws:timestream:{context.Region}:{context.AccountId}:scheduled-query/{Id}";
}

/// <summary>A run that is over.</summary>
internal sealed record ScheduledRun
{
    /// <summary>The time it ran for: the value of <c>@scheduled_runtime</c>.</summary>
    public required DateTimeOffset InvocationTime { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset TriggerTime { get; init; }

    public required bool IsManual { get; init; }

    public required long DurationMillis { get; init; }

    public long Records { get; init; }

    public long Rows { get; init; }

    /// <summary>Null when it succeeded.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The key of its error report; null when there is none.</summary>
    public string? ReportKey { get; init; }

    public string Status => $"{(IsManual ? "MANUAL" : "AUTO")}_TRIGGER_{(FailureReason is null ? "SUCCESS" : "FAILURE")}";
}
