using System.Security.Cryptography;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>CreateScheduledQuery: the query and its target are checked now, as they would be by a run.</summary>
internal sealed class CreateScheduledQuery(
    TimestreamStore store, QueryEngine engine, ScheduledQueryTimers timers, TimeProvider timeProvider)
    : IOperation<CreateScheduledQueryRequest, CreateScheduledQueryResponse>
{
    private const int MaxQueries = 10_000;
    private const int IdDigits = 16;

    /// <summary>How long a repeated ClientToken means the query that it made. Source: API reference.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(8);

    public async ValueTask<CreateScheduledQueryResponse> InvokeAsync(
        CreateScheduledQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        ScheduledQueryConstraints.Check(request);
        var entry = NewEntry(request);
        CheckQuery(request.QueryString!, request.TargetConfiguration?.TimestreamConfiguration);
        var created = await store.ChangeCatalogAsync(transaction => Create(transaction, entry), cancellationToken);
        timers.Refresh();
        return new CreateScheduledQueryResponse(created.Arn(context));
    }

    private ScheduledQueryEntry NewEntry(CreateScheduledQueryRequest request)
    {
        var expression = request.ScheduleConfiguration!.ScheduleExpression!;
        var now = timeProvider.GetUtcNow();
        if (Schedule.Read(expression, now) is null)
        {
            throw TimestreamErrors.Validation(
                $"The schedule expression '{expression}' is invalid: rate(5 minutes) or cron(0 12 * * ? *), with minutes, "
                + "hours, day of month, month, day of week and year, and '?' for one of the two days.");
        }

        return new ScheduledQueryEntry
        {
            Name = request.Name!,
            Id = $"{request.Name}-{RandomNumberGenerator.GetHexString(IdDigits, lowercase: true)}",
            QueryString = request.QueryString!,
            ScheduleExpression = expression,
            TopicArn = request.NotificationConfiguration!.SnsConfiguration!.TopicArn!,
            RoleArn = request.ScheduledQueryExecutionRoleArn!,
            ErrorReport = request.ErrorReportConfiguration!.S3Configuration!,
            Target = request.TargetConfiguration?.TimestreamConfiguration,
            KmsKeyId = request.KmsKeyId,
            ClientToken = request.ClientToken,
            IsEnabled = true,
            CreationTime = now,
            FailedRuns = [],
            Tags = TagRules.Merge([], request.Tags),
        };
    }

    private void CheckQuery(string query, TimestreamTarget? target)
    {
        var prepared = engine.PrepareQuery(query);
        foreach (var (name, _) in prepared.Parameters)
        {
            if (!name.Equals(StatementParameters.ScheduledRuntime, StringComparison.OrdinalIgnoreCase))
            {
                throw TimestreamErrors.Validation(
                    $"The query parameter {name} has no value: a scheduled query has only "
                    + $"{StatementParameters.ScheduledRuntime}.");
            }
        }

        if (target is not null)
        {
            TargetRules.Check(target, prepared.Columns, store.Catalog);
        }
    }

    private ScheduledQueryEntry Create(CatalogTransaction transaction, ScheduledQueryEntry entry)
    {
        var queries = transaction.Catalog.ScheduledQueries;
        if (queries.Values.FirstOrDefault(query => query.Name == entry.Name) is { } existing)
        {
            var isRepeated = entry.ClientToken is not null
                && existing.ClientToken == entry.ClientToken
                && existing.QueryString == entry.QueryString
                && existing.ScheduleExpression == entry.ScheduleExpression
                && timeProvider.GetUtcNow() - existing.CreationTime < TokenLifetime;
            return isRepeated
                ? existing
                : throw TimestreamErrors.Conflict($"A scheduled query already exists with the name {entry.Name}.");
        }

        if (queries.Count >= MaxQueries)
        {
            throw TimestreamErrors.QuotaExceeded($"The limit of {MaxQueries} scheduled queries is reached.");
        }

        transaction.Save(entry);
        return entry;
    }
}
