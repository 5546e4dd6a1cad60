using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

internal sealed record CreateScheduledQueryRequest(
    string? Name,
    string? QueryString,
    ScheduleConfiguration? ScheduleConfiguration,
    NotificationConfiguration? NotificationConfiguration,
    TargetConfiguration? TargetConfiguration,
    string? ClientToken,
    string? ScheduledQueryExecutionRoleArn,
    List<Tag>? Tags,
    string? KmsKeyId,
    ErrorReportConfiguration? ErrorReportConfiguration);

internal sealed record ScheduleConfiguration(string? ScheduleExpression);

/// <summary>Where runs would be told of. There is no SNS here: nothing is sent.</summary>
internal sealed record NotificationConfiguration(SnsTopic? SnsConfiguration);

internal sealed record TargetConfiguration(TimestreamTarget? TimestreamConfiguration);

internal sealed record ErrorReportConfiguration(S3Location? S3Configuration);

internal sealed record CreateScheduledQueryResponse(string Arn);

/// <summary>A request that names a scheduled query and nothing else.</summary>
internal sealed record ScheduledQueryRequest(string? ScheduledQueryArn);

internal sealed record UpdateScheduledQueryRequest(string? ScheduledQueryArn, string? State);

internal sealed record ExecuteScheduledQueryRequest(
    string? ScheduledQueryArn, DateTimeOffset? InvocationTime, string? ClientToken, QueryInsights? QueryInsights);

internal sealed record ListScheduledQueriesRequest(int? MaxResults, string? NextToken);

internal sealed record ListScheduledQueriesResponse(IReadOnlyList<ScheduledQueryItem> ScheduledQueries, string? NextToken);

internal sealed record DescribeScheduledQueryResponse(ScheduledQueryDescription ScheduledQuery);

/// <summary>The API's <c>ScheduledQuery</c>.</summary>
internal sealed record ScheduledQueryItem(
    string Arn,
    string Name,
    DateTimeOffset CreationTime,
    string State,
    DateTimeOffset? PreviousInvocationTime,
    DateTimeOffset? NextInvocationTime,
    ErrorReportConfiguration ErrorReportConfiguration,
    TargetDestination? TargetDestination,
    string? LastRunStatus)
{
    public static ScheduledQueryItem Of(ScheduledQueryEntry entry, RequestContext context, DateTimeOffset now) => new(
        entry.Arn(context),
        entry.Name,
        entry.CreationTime,
        ScheduledQueryDescription.StateOf(entry),
        entry.PreviousInvocationTime,
        ScheduledQueryDescription.NextOf(entry, now),
        new ErrorReportConfiguration(entry.ErrorReport),
        entry.Target is { } target
            ? new TargetDestination(new TimestreamDestination(target.DatabaseName!, target.TableName!))
            : null,
        entry.LastRun?.Status);
}

internal sealed record TargetDestination(TimestreamDestination TimestreamDestination);

internal sealed record TimestreamDestination(string DatabaseName, string TableName);

/// <summary>The API's <c>ScheduledQueryDescription</c>.</summary>
internal sealed record ScheduledQueryDescription(
    string Arn,
    string Name,
    string QueryString,
    DateTimeOffset CreationTime,
    string State,
    DateTimeOffset? PreviousInvocationTime,
    DateTimeOffset? NextInvocationTime,
    ScheduleConfiguration ScheduleConfiguration,
    NotificationConfiguration NotificationConfiguration,
    TargetConfiguration? TargetConfiguration,
    string ScheduledQueryExecutionRoleArn,
    string? KmsKeyId,
    ErrorReportConfiguration ErrorReportConfiguration,
    ScheduledQueryRunSummary? LastRunSummary,
    IReadOnlyList<ScheduledQueryRunSummary> RecentlyFailedRuns)
{
    public static ScheduledQueryDescription Of(ScheduledQueryEntry entry, RequestContext context, DateTimeOffset now) => new(
        entry.Arn(context),
        entry.Name,
        entry.QueryString,
        entry.CreationTime,
        StateOf(entry),
        entry.PreviousInvocationTime,
        NextOf(entry, now),
        new ScheduleConfiguration(entry.ScheduleExpression),
        new NotificationConfiguration(new SnsTopic(entry.TopicArn)),
        entry.Target is { } target ? new TargetConfiguration(target) : null,
        entry.RoleArn,
        entry.KmsKeyId,
        new ErrorReportConfiguration(entry.ErrorReport),
        entry.LastRun is { } run ? ScheduledQueryRunSummary.Of(run, entry) : null,
        [.. entry.FailedRuns.Select(failed => ScheduledQueryRunSummary.Of(failed, entry))]);

    public static string StateOf(ScheduledQueryEntry entry) => entry.IsEnabled ? "ENABLED" : "DISABLED";

    /// <summary>When an enabled query runs next.</summary>
    public static DateTimeOffset? NextOf(ScheduledQueryEntry entry, DateTimeOffset now) =>
        entry.IsEnabled ? Schedule.Read(entry.ScheduleExpression, entry.CreationTime)!.Next(now) : null;
}

/// <summary>A run that is over. Of the statistics, what is metered is left out: nothing is here.</summary>
internal sealed record ScheduledQueryRunSummary(
    DateTimeOffset InvocationTime,
    DateTimeOffset TriggerTime,
    string RunStatus,
    ExecutionStats ExecutionStats,
    ErrorReportLocation? ErrorReportLocation,
    string? FailureReason)
{
    public static ScheduledQueryRunSummary Of(ScheduledRun run, ScheduledQueryEntry entry) => new(
        run.InvocationTime,
        run.TriggerTime,
        run.Status,
        new ExecutionStats(run.DurationMillis, run.Records, run.Rows),
        run.ReportKey is { } key
            ? new ErrorReportLocation(new S3ReportLocation(entry.ErrorReport.BucketName!, key))
            : null,
        run.FailureReason);
}

internal sealed record ExecutionStats(long ExecutionTimeInMillis, long RecordsIngested, long QueryResultRows);

internal sealed record ErrorReportLocation(S3ReportLocation S3ReportLocation);

internal sealed record S3ReportLocation(string BucketName, string ObjectKey);
