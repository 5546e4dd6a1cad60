using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class MagneticStoreTests : TimestreamTest
{
    [Fact]
    public async Task Late_records_go_to_the_magnetic_store_when_the_table_allows_it()
    {
        await CreateTableAsync(magneticWrites: true);

        var response = await WriteAsync(Reading("a"), Reading("b", time: Now - TimeSpan.FromDays(30)));

        Assert.Equal(2, response.RecordsIngested.Total);
        Assert.Equal(1, response.RecordsIngested.MemoryStore);
        Assert.Equal(1, response.RecordsIngested.MagneticStore);
        Assert.Equal("2", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task Records_older_than_both_retentions_are_rejected()
    {
        await CreateTableAsync(magneticDays: 10, magneticWrites: true);

        var error = await Assert.ThrowsAsync<RejectedRecordsException>(
            () => WriteAsync(Reading(time: Now - TimeSpan.FromDays(11) - TimeSpan.FromMilliseconds(1))));

        Assert.Contains("outside the time range", Assert.Single(error.RejectedRecords).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raising_the_memory_retention_opens_the_older_range_only_as_time_passes()
    {
        await CreateTableAsync(memoryHours: 1);
        await Writer.UpdateTableAsync(
            new UpdateTableRequest { DatabaseName = Database, TableName = Table, RetentionProperties = Retention(24, 3650) },
            Cancellation);

        await Assert.ThrowsAsync<RejectedRecordsException>(() => WriteAsync(Reading(time: Now - TimeSpan.FromHours(2))));
        Clock.Advance(TimeSpan.FromHours(2));
        await WriteAsync(Reading(time: Now - TimeSpan.FromMinutes(30)));

        Assert.Equal("1", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task Rows_older_than_both_retentions_are_not_seen_from_that_moment_on()
    {
        await CreateTableAsync(memoryHours: 1, magneticDays: 1);
        await WriteAsync(Reading("old"), Reading("new", time: Now.AddMilliseconds(1)));

        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("2", await ValueAsync($"SELECT count(*) FROM {FullName}"));

        // Rows are deleted at full hours only: nothing is, in this millisecond.
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("new", await ValueAsync($"SELECT DeviceID FROM {FullName}"));
    }

    [Fact]
    public async Task Rows_older_than_both_retentions_are_deleted()
    {
        await CreateTableAsync(memoryHours: 1, magneticDays: 1);
        await WriteAsync(Reading("old"));
        Clock.Advance(TimeSpan.FromHours(24));
        await WriteAsync(Reading("new", time: Clock.GetUtcNow()));

        Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        var store = LocalAws.Services.GetRequiredService<TimestreamStore>();
        var table = Assert.Single(store.Catalog.Tables).Value;
        using var connection = store.OpenReader();
        await Eventually.UntilAsync(() => connection.Read(
            $"SELECT count(*) FROM {StoredTable.Rows(table.Id)}", row => row.GetInt64(0)) is [1]);
    }
}
