using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>All Timestream data of one LocalAws: the catalog, the writer and connections for queries.</summary>
internal sealed class TimestreamStore : IAsyncDisposable
{
    private readonly string _file;
    private readonly WriterLoop _writer;

    private TimestreamStore(string file, WriterLoop writer)
    {
        _file = file;
        _writer = writer;
    }

    /// <summary>Databases and tables as last committed.</summary>
    public CatalogSnapshot Catalog => _writer.Catalog;

    /// <summary>Whether writes are taken.</summary>
    public bool IsOpen => _writer.IsRunning;

    /// <summary>Opens the data in a directory, creating both when absent.</summary>
    /// <exception cref="DuckDBException">The file is unreadable, or another process has it open.</exception>
    public static TimestreamStore Open(string directory)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, "timestream.duckdb");
        var connection = DuckDb.Open(file);
        ScalarUdfs.Register(connection);
        CatalogFile.Create(connection);
        return new TimestreamStore(file, new WriterLoop(connection));
    }

    /// <summary>Writes records; returns when those accepted are committed.</summary>
    public Task<WriteOutcome> WriteAsync(
        TableName table, IReadOnlyList<IncomingRecord> records, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new PendingWrite(table, records), cancellationToken);

    /// <summary>Runs a change of the catalog in the writer's transaction; what it throws comes out here.</summary>
    public async Task<T> ChangeCatalogAsync<T>(Func<CatalogTransaction, T> change, CancellationToken cancellationToken)
    {
        var result = default(T)!;
        var work = new CatalogChange(transaction => result = change(transaction));
        await _writer.ChangeAsync(work, cancellationToken);
        return result;
    }

    /// <summary>A connection for one query: it sees what was committed when the query began, and blocks no writer.</summary>
    public DuckDBConnection OpenReader() => DuckDb.Connect(_file);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
