using System.Data.Common;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>Deletes, at start and every hour, the rows that are older than both retentions of their table together.</summary>
/// <remarks>No query sees them from the moment they are too old: this only frees what they take.</remarks>
internal sealed partial class RetentionJob(TimestreamStore store, TimeProvider timeProvider, ILogger<RetentionJob> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, timeProvider);
        do
        {
            await DeleteExpiredAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        foreach (var name in store.Catalog.Tables.Keys)
        {
            try
            {
                await DeleteExpiredAsync(name, cancellationToken);
            }
            catch (DbException exception)
            {
                // An exception out of here would stop LocalAws; rows that stay an hour longer harm nobody.
                LogFailed(logger, name.Database, name.Table, exception);
            }
        }
    }

    private async Task DeleteExpiredAsync(TableName name, CancellationToken cancellationToken)
    {
        var deleted = await store.ChangeCatalogAsync(
            transaction => DeleteExpired(transaction, name), cancellationToken);
        if (deleted > 0)
        {
            LogDeleted(logger, deleted, name.Database, name.Table);
        }
    }

    private int DeleteExpired(CatalogTransaction transaction, TableName name)
    {
        if (!transaction.Catalog.Tables.TryGetValue(name, out var table))
        {
            return 0;
        }

        return transaction.DeleteRowsBefore(table, table.OldestNanos(EpochNanos.From(timeProvider.GetUtcNow())));
    }

    [LoggerMessage(LogLevel.Information, "Retention deleted {Rows} rows of table {Database}.{Table}.")]
    private static partial void LogDeleted(ILogger logger, int rows, string database, string table);

    [LoggerMessage(LogLevel.Error, "Retention failed for table {Database}.{Table}; it is tried again in an hour.")]
    private static partial void LogFailed(ILogger logger, string database, string table, Exception exception);
}
