using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Timestream.Storage;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>After a commit that failed, the writer knows nothing that is not on disk, and takes what comes next.</summary>
/// <remarks>A commit fails here because a table of the DuckDB file is renamed behind the writer's back for a while.</remarks>
public sealed class FailedCommitTests : TimestreamTest
{
    private const string Elsewhere = "elsewhere";

    private TimestreamStore Store => LocalAws.Services.GetRequiredService<TimestreamStore>();

    private int TableId => Assert.Single(Store.Catalog.Tables).Value.Id;

    [Fact]
    public async Task Repeated_records_are_looked_up_after_the_first_look_up_failed()
    {
        await CreateTableAsync();
        await WriteAsync(Reading(value: "1"));

        await FailAsync(StoredTable.Rows(TableId), Reading(value: "2", version: 2));
        await WriteAsync(Reading(value: "3", version: 3));

        Assert.Equal("3.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task A_new_series_is_written_when_its_records_are_sent_again()
    {
        await CreateTableAsync();
        await WriteAsync(Reading("a"));

        await FailAsync(StoredTable.Rows(TableId), Reading("b"));
        await WriteAsync(Reading("b"));

        Assert.Equal([["a"], ["b"]], await RowsAsync($"SELECT DeviceID FROM {FullName} ORDER BY 1"));
    }

    [Fact]
    public async Task A_new_dimension_is_added_when_its_records_are_sent_again()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());
        var record = Reading("b");
        record.Dimensions.Add(new Dimension { Name = "site", Value = "north" });

        await FailAsync(StoredTable.Series(TableId), record);
        await WriteAsync(record);

        Assert.Equal("north", await ValueAsync($"SELECT site FROM {FullName} WHERE DeviceID = 'b'"));
    }

    [Fact]
    public async Task The_catalog_is_as_before_and_changes_again()
    {
        await CreateTableAsync();
        var database = Store.Catalog.Databases[Database];

        // Another connection's change of the same table makes COMMIT itself fail.
        using (var other = Store.OpenReader())
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Store.ChangeCatalogAsync(
                transaction =>
                {
                    transaction.Save(database with { KmsKeyId = "lost" });
                    return other.Execute("ALTER TABLE catalog_databases ADD COLUMN surplus INTEGER");
                },
                Cancellation));
            other.Execute("ALTER TABLE catalog_databases DROP COLUMN surplus");
        }

        Assert.Equal(database, Store.Catalog.Databases[Database]);

        await Store.ChangeCatalogAsync(
            transaction =>
            {
                transaction.Save(database with { KmsKeyId = "kept" });
                return 0;
            },
            Cancellation);
        await RestartAsync();

        Assert.Equal("kept", Store.Catalog.Databases[Database].KmsKeyId);
    }

    [Fact]
    public async Task Retention_goes_on_with_the_next_hour()
    {
        await CreateTableAsync(memoryHours: 1, magneticDays: 1);
        await WriteAsync(Reading());
        var log = new LogLines<RetentionJob>();
        using var job = new RetentionJob(Store, Clock, log);
        var rows = StoredTable.Rows(TableId);
        using var connection = Store.OpenReader();

        connection.Execute($"ALTER TABLE {rows} RENAME TO {Elsewhere}");
        Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await job.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => log.Lines.Any(line => line.Contains("Retention failed", StringComparison.Ordinal)));
        connection.Execute($"ALTER TABLE {Elsewhere} RENAME TO {rows}");
        Clock.Advance(TimeSpan.FromHours(1));

        await Eventually.UntilAsync(async () => await ValueAsync($"SELECT count(*) FROM {FullName}") == "0");
        Assert.False(job.ExecuteTask!.IsCompleted);
        await job.StopAsync(Cancellation);
    }

    private async Task FailAsync(string storedTable, Record record)
    {
        using var connection = Store.OpenReader();
        connection.Execute($"ALTER TABLE {storedTable} RENAME TO {Elsewhere}");
        await Assert.ThrowsAnyAsync<AmazonTimestreamWriteException>(() => WriteAsync(record));
        connection.Execute($"ALTER TABLE {Elsewhere} RENAME TO {storedTable}");
    }
}
