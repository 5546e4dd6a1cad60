using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>CreateTable, DescribeTable, ListTables, UpdateTable and DeleteTable.</summary>
public sealed class TableTests : TimestreamTest
{
    [Fact]
    public async Task A_table_without_settings_gets_the_services_defaults()
    {
        await Writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = Database }, Cancellation);

        var table = (await Writer.CreateTableAsync(
            new CreateTableRequest { DatabaseName = Database, TableName = Table }, Cancellation)).Table;

        Assert.Equal("arn:aws:timestream:us-east-1:000000000000:database/TimestreamDB/table/TimestreamTable", table.Arn);
        Assert.Equal("ACTIVE", table.TableStatus);
        Assert.Equal(6, table.RetentionProperties.MemoryStoreRetentionPeriodInHours);
        Assert.Equal(73_000, table.RetentionProperties.MagneticStoreRetentionPeriodInDays);
        Assert.False(table.MagneticStoreWriteProperties.EnableMagneticStoreWrites);
    }

    [Fact]
    public async Task Creating_it_twice_is_a_conflict_and_keeps_its_rows()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());

        await Assert.ThrowsAsync<ConflictException>(() => Writer.CreateTableAsync(
            new CreateTableRequest { DatabaseName = Database, TableName = Table }, Cancellation));

        Assert.Equal("1", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task A_table_needs_its_database() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Writer.CreateTableAsync(
            new CreateTableRequest { DatabaseName = "absent", TableName = Table }, Cancellation));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8767, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 73_001)]
    public async Task A_retention_outside_the_limits_is_refused(long memoryHours, long magneticDays)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => CreateTableAsync(memoryHours, magneticDays));

        Assert.Contains("retentionProperties.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_their_changes_survive_a_restart()
    {
        await CreateTableAsync();
        await Writer.UpdateTableAsync(
            new UpdateTableRequest
            {
                DatabaseName = Database,
                TableName = Table,
                RetentionProperties = Retention(48, 100),
                MagneticStoreWriteProperties = new MagneticStoreWriteProperties { EnableMagneticStoreWrites = true },
            },
            Cancellation);
        await RestartAsync();

        var table = (await Writer.DescribeTableAsync(
            new DescribeTableRequest { DatabaseName = Database, TableName = Table }, Cancellation)).Table;

        Assert.Equal(48, table.RetentionProperties.MemoryStoreRetentionPeriodInHours);
        Assert.True(table.MagneticStoreWriteProperties.EnableMagneticStoreWrites);
    }

    [Fact]
    public async Task Tables_of_all_databases_are_listed_without_a_database()
    {
        await CreateTableAsync();
        await Writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "another" }, Cancellation);
        await Writer.CreateTableAsync(new CreateTableRequest { DatabaseName = "another", TableName = "zzz" }, Cancellation);

        var all = await Writer.ListTablesAsync(new ListTablesRequest(), Cancellation);
        var one = await Writer.ListTablesAsync(new ListTablesRequest { DatabaseName = Database }, Cancellation);

        Assert.Equal([Table, "zzz"], all.Tables.Select(table => table.TableName));
        Assert.Equal([Table], one.Tables.Select(table => table.TableName));
    }

    [Fact]
    public async Task A_table_created_anew_under_its_old_name_is_empty()
    {
        await CreateTableAsync();
        await WriteAsync(Reading());
        await Writer.DeleteTableAsync(new DeleteTableRequest { DatabaseName = Database, TableName = Table }, Cancellation);
        await Writer.CreateTableAsync(new CreateTableRequest { DatabaseName = Database, TableName = Table }, Cancellation);

        Assert.Equal("0", await ValueAsync($"SELECT count(*) FROM {FullName}"));
        await WriteAsync(Reading(value: "2"));
        Assert.Equal("2.0", await ValueAsync($"SELECT measure_value::double FROM {FullName}"));
    }

    [Fact]
    public async Task Endpoints_are_the_address_that_the_caller_used()
    {
        var response = await Writer.DescribeEndpointsAsync(new DescribeEndpointsRequest(), Cancellation);

        Assert.Equal(LocalAws.Url.GetLeftPart(UriPartial.Authority), Assert.Single(response.Endpoints).Address);
    }
}
