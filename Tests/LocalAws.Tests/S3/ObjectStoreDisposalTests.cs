using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ObjectStoreDisposalTests
{
    [Fact]
    public async Task A_database_that_cannot_be_swept_is_reported_and_closed_in_order()
    {
        using var data = new TemporaryDirectory();
        await OpenStore(data, new LogLines<ObjectStore>()).DisposeAsync();
        await DropTableAsync(data.File("metadata.db"), "parts");
        var log = new LogLines<ObjectStore>();

        await OpenStore(data, log).DisposeAsync();

        Assert.Contains(log.Lines, line => line.StartsWith("Warning: Unused content", StringComparison.Ordinal));
    }

    private static ObjectStore OpenStore(TemporaryDirectory data, LogLines<ObjectStore> log) =>
        new(data.FullName, FsyncPolicy.Never, SystemDisk.Instance, TimeProvider.System, log);

    private static async Task DropTableAsync(string database, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE {table}";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
