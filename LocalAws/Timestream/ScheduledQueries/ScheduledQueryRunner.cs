using System.Globalization;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Reports;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>Runs scheduled queries: the query, its records, the report of those refused, and what is told of the run.</summary>
/// <remarks>
/// A run that is refused as a whole (a table or column that is no more) disables its query, as on AWS; one whose records
/// are refused is a failure with a report, and the query goes on.
/// </remarks>
internal sealed partial class ScheduledQueryRunner(
    TimestreamStore store,
    QueryEngine engine,
    RecordIngestion ingestion,
    ObjectStore objects,
    TimeProvider timeProvider,
    ILogger<ScheduledQueryRunner> logger)
{
    private const string Incomplete =
        "Schedule encountered some errors and is incomplete. Please take a look at error report for further details";

    private const int MaxFailedRuns = 5;

    /// <summary>Runs a query for one time, if it is still there. Runs of one query must not overlap.</summary>
    public async Task RunAsync(string id, DateTimeOffset invocation, bool isManual, CancellationToken cancellationToken)
    {
        if (store.Catalog.ScheduledQueries.GetValueOrDefault(id) is not { } query || (!isManual && !query.IsEnabled))
        {
            return;
        }

        var trigger = timeProvider.GetUtcNow();
        var version = Math.Max(query.LastVersion + 1, trigger.ToUnixTimeMilliseconds());
        var run = new ScheduledRun
        {
            InvocationTime = invocation,
            TriggerTime = trigger,
            IsManual = isManual,
            DurationMillis = 0,
        };
        var isRefused = false;
        try
        {
            run = await RunAsync(query, run, version, cancellationToken);
        }
        catch (AwsException exception)
        {
            isRefused = true;
            run = run with { FailureReason = exception.Message };
            LogRefused(id, exception.Message);
        }

        run = run with { DurationMillis = (long)(timeProvider.GetUtcNow() - trigger).TotalMilliseconds };
        await SaveAsync(id, run, version, isRefused, cancellationToken);
    }

    private async Task<ScheduledRun> RunAsync(
        ScheduledQueryEntry query, ScheduledRun run, long version, CancellationToken cancellationToken)
    {
        var parameters = StatementParameters.At(EpochNanos.From(run.InvocationTime));
        var statement = engine.Start(query.QueryString, cancellationToken, parameters);
        using var rows = statement.Rows;
        if (query.Target is not { } target)
        {
            return run with { Rows = await QueryEngine.RunAsync(() => Task.FromResult(Count(statement))) };
        }

        TargetRules.Check(target, statement.Columns, store.Catalog);
        var writer = new TargetWriter(store, ingestion, target, version);
        await QueryEngine.RunAsync(async () =>
        {
            await writer.WriteAsync(statement, cancellationToken);
            return writer.Rows;
        });
        run = run with { Rows = writer.Rows, Records = writer.Records };
        return writer.Errors.Count == 0
            ? run
            : run with
            {
                FailureReason = Incomplete,
                ReportKey = await ReportAsync(query, run, writer.Errors, cancellationToken),
            };
    }

    private static long Count(RunningStatement statement)
    {
        var rows = 0L;
        while (statement.Rows.Read())
        {
            rows++;
        }

        return rows;
    }

    private async Task<string?> ReportAsync(
        ScheduledQueryEntry query, ScheduledRun run, IReadOnlyList<ReportedError> errors, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var prefix = query.ErrorReport.ObjectKeyPrefix is { } given ? given.TrimEnd('/') + "/" : "";
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}{query.Id}/{run.InvocationTime.ToUnixTimeSeconds()}/{(run.IsManual ? "MANUAL" : "AUTO")}/"
                + $"{run.TriggerTime.ToUnixTimeMilliseconds()}/{id}");
        try
        {
            await S3Documents.WriteAsync(
                objects,
                new ObjectAddress(query.ErrorReport.BucketName!, key),
                new ErrorReport(id.ToString("N").ToUpperInvariant(), errors),
                ReportJsonContext.Default.ErrorReport,
                cancellationToken);
            return key;
        }
        catch (Exception exception) when (exception is S3Exception or IOException)
        {
            LogReportFailed(exception, query.Id);
            return null;
        }
    }

    private Task<NoContent> SaveAsync(
        string id, ScheduledRun run, long version, bool isRefused, CancellationToken cancellationToken) =>
        store.ChangeCatalogAsync(
            transaction =>
            {
                if (transaction.Catalog.ScheduledQueries.GetValueOrDefault(id) is { } query)
                {
                    transaction.Save(query with
                    {
                        IsEnabled = query.IsEnabled && !isRefused,
                        PreviousInvocationTime = run.InvocationTime,
                        LastVersion = version,
                        LastRun = run,
                        FailedRuns = run.FailureReason is null
                            ? query.FailedRuns
                            : [run, .. query.FailedRuns.Take(MaxFailedRuns - 1)],
                    });
                }

                return default(NoContent);
            },
            cancellationToken);

    [LoggerMessage(LogLevel.Warning, "The scheduled query {Query} was refused and is disabled: {Reason}")]
    private partial void LogRefused(string query, string reason);

    [LoggerMessage(LogLevel.Warning, "The error report of the scheduled query {Query} could not be written.")]
    private partial void LogReportFailed(Exception exception, string query);
}
