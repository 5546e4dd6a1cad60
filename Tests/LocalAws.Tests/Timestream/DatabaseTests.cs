using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>CreateDatabase, DescribeDatabase, ListDatabases, UpdateDatabase and DeleteDatabase.</summary>
public sealed class DatabaseTests : TimestreamTest
{
    [Fact]
    public async Task A_created_database_is_described_with_its_tables_counted()
    {
        await CreateTableAsync();

        var database = (await Writer.DescribeDatabaseAsync(
            new DescribeDatabaseRequest { DatabaseName = Database }, Cancellation)).Database;

        Assert.Equal("arn:aws:timestream:us-east-1:000000000000:database/TimestreamDB", database.Arn);
        Assert.Equal(1, database.TableCount);
        Assert.Equal(Now.UtcDateTime, database.CreationTime!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task Creating_it_twice_is_a_conflict()
    {
        await CreateTableAsync();

        await Assert.ThrowsAsync<ConflictException>(() => Writer.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseName = Database }, Cancellation));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a b c")]
    [InlineData("semi;colon")]
    public async Task A_name_outside_the_rules_is_refused(string name)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => Writer.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseName = name }, Cancellation));

        Assert.Contains("'databaseName'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Databases_are_listed_a_page_at_a_time()
    {
        foreach (var name in (string[])["ccc", "aaa", "bbb"])
        {
            await Writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = name }, Cancellation);
        }

        var first = await Writer.ListDatabasesAsync(new ListDatabasesRequest { MaxResults = 2 }, Cancellation);
        var second = await Writer.ListDatabasesAsync(
            new ListDatabasesRequest { MaxResults = 2, NextToken = first.NextToken }, Cancellation);

        Assert.Equal(["aaa", "bbb"], first.Databases.Select(database => database.DatabaseName));
        Assert.Equal(["ccc"], second.Databases.Select(database => database.DatabaseName));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task Updating_changes_the_key()
    {
        await CreateTableAsync();

        await Writer.UpdateDatabaseAsync(
            new UpdateDatabaseRequest { DatabaseName = Database, KmsKeyId = "other" }, Cancellation);

        var described = await Writer.DescribeDatabaseAsync(
            new DescribeDatabaseRequest { DatabaseName = Database }, Cancellation);
        Assert.Equal("other", described.Database.KmsKeyId);
    }

    [Fact]
    public async Task A_database_with_tables_cannot_be_deleted()
    {
        await CreateTableAsync();

        await Assert.ThrowsAsync<ValidationException>(() => Writer.DeleteDatabaseAsync(
            new DeleteDatabaseRequest { DatabaseName = Database }, Cancellation));
    }

    [Fact]
    public async Task An_empty_database_can_be_deleted()
    {
        await CreateTableAsync();
        await Writer.DeleteTableAsync(new DeleteTableRequest { DatabaseName = Database, TableName = Table }, Cancellation);
        await Writer.DeleteDatabaseAsync(new DeleteDatabaseRequest { DatabaseName = Database }, Cancellation);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Writer.DescribeDatabaseAsync(
            new DescribeDatabaseRequest { DatabaseName = Database }, Cancellation));
    }
}
