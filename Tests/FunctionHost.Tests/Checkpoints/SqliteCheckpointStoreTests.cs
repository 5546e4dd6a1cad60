using Microsoft.Data.Sqlite;
using TelemetryAspire.FunctionHost.Checkpoints;

namespace TelemetryAspire.FunctionHost.Tests.Checkpoints;

public sealed class SqliteCheckpointStoreTests : CheckpointStoreTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private SqliteCheckpointStore _store;

    public SqliteCheckpointStoreTests() => _store = Open("Function");

    protected override ICheckpointStore Store => _store;

    private string DatabasePath => _directory.File("some/folder/checkpoints.db");

    [Fact]
    public async Task A_checkpoint_survives_the_process_without_a_clean_close()
    {
        await MoveAsync(null, At(5));

        // What a killed process leaves: the files as they are now, the write-ahead log beside the database.
        var copy = _directory.File("copy.db");
        File.Copy(DatabasePath, copy);
        File.Copy(DatabasePath + "-wal", copy + "-wal");
        using var afterKill = new SqliteCheckpointStore(copy, []);

        Assert.Equal(At(5), await afterKill.ReadAsync(Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_checkpoint_is_there_after_a_restart()
    {
        await MoveAsync(null, At(5));
        _store.Dispose();

        _store = Open("Function");

        Assert.Equal(At(5), await ReadAsync());
    }

    [Fact]
    public void A_second_worker_of_the_same_function_is_refused_and_told_why()
    {
        _store.Check();
        using var second = Open("Function");

        var error = Assert.Throws<FunctionHostConfigurationException>(second.Check);

        Assert.Contains("Another worker already runs Function", error.Message, StringComparison.Ordinal);
        Assert.Contains(DatabasePath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_function_shares_the_database()
    {
        _store.Check();
        using var other = Open("Other");
        other.Check();

        await MoveAsync(null, At(5));

        Assert.Equal(At(5), await other.ReadAsync(Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_directory.File("file"), "");
        using var store = new SqliteCheckpointStore(_directory.File("file/checkpoints.db"), ["Function"]);

        var error = Assert.Throws<FunctionHostConfigurationException>(store.Check);

        Assert.Contains("FunctionHost:CheckpointDatabase", error.Message, StringComparison.Ordinal);
        Assert.Contains(_directory.File("file/checkpoints.db"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        var path = _directory.File("text.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is not a database. ", 100)));
        using var store = new SqliteCheckpointStore(path, ["Function"]);

        var error = Assert.Throws<FunctionHostConfigurationException>(store.Check);

        Assert.IsType<SqliteException>(error.InnerException);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    private SqliteCheckpointStore Open(string function) => new(DatabasePath, [function]);
}
