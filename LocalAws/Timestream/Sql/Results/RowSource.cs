using System.Collections;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>The rows of a result, read once and in order.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>Moves to the next row; false after the last.</summary>
    bool Read();

    /// <summary>A value of the current row: a CLR scalar, null, or lists and dictionaries for nested types.</summary>
    object? GetValue(int column);
}

/// <summary>Rows that are at hand: SHOW and DESCRIBE.</summary>
internal sealed class ListRowSource(IEnumerable<IReadOnlyList<object?>> rows) : IRowSource
{
    private readonly IEnumerator<IReadOnlyList<object?>> _rows = rows.GetEnumerator();

    public bool Read() => _rows.MoveNext();

    public object? GetValue(int column) => _rows.Current[column];

    public void Dispose() => _rows.Dispose();
}

/// <summary>Rows that DuckDB computes as they are read; owns its connection.</summary>
internal sealed class DuckDbRowSource : IRowSource
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly ColumnReader[] _columns;

    private DuckDbRowSource(
        DuckDBConnection connection,
        DuckDBCommand command,
        DuckDBDataReader reader,
        CancellationTokenRegistration cancellation)
    {
        _connection = connection;
        _command = command;
        _reader = reader;
        _cancellation = cancellation;
        _columns = [.. Enumerable.Range(0, reader.FieldCount).Select(column => ColumnReaders.For(reader.GetFieldType(column)))];
    }

    /// <summary>
    /// Starts the query; disposes the connection also when that fails. Cancellation stops it at any time until disposal.
    /// </summary>
    public static DuckDbRowSource Start(DuckDBConnection connection, BoundQuery query, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        var cancellation = cancellationToken.Register(command.Cancel);
        try
        {
            command.CommandText = NullableLists.Sql(query);
            command.UseStreamingMode = true;
            return new DuckDbRowSource(connection, command, command.ExecuteReader(), cancellation);
        }
        catch
        {
            cancellation.Dispose();
            command.Dispose();
            connection.Dispose();
            throw;
        }
    }

    public bool Read() => _reader.Read();

    public object? GetValue(int column) => _reader.IsDBNull(column) ? null : Normalize(_columns[column](_reader, column));

    public void Dispose()
    {
        _cancellation.Dispose();
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    private static object? Normalize(object? value) => value switch
    {
        null or DBNull => null,
        Dictionary<string, object> row => row.ToDictionary(field => field.Key, field => (object?)Normalize(field.Value)),
        string text => text,
        IList list => list.Cast<object?>().Select(Normalize),
        _ => value,
    };
}
