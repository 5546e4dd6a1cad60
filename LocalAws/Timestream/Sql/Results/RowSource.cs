using System.Text.Json;
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

    /// <summary>Writes a value of the current row as the API's <c>Datum</c>.</summary>
    void Write(Utf8JsonWriter writer, int column);
}

/// <summary>Rows that are at hand: SHOW and DESCRIBE.</summary>
internal sealed class ListRowSource(IReadOnlyList<ResultColumn> columns, IEnumerable<IReadOnlyList<object?>> rows) : IRowSource
{
    private readonly IEnumerator<IReadOnlyList<object?>> _rows = rows.GetEnumerator();

    public bool Read() => _rows.MoveNext();

    public object? GetValue(int column) => _rows.Current[column];

    public void Write(Utf8JsonWriter writer, int column) =>
        DatumWriter.Write(writer, GetValue(column), columns[column].Type);

    public void Dispose() => _rows.Dispose();
}

/// <summary>Rows that DuckDB computes as they are read; owns its connection.</summary>
internal sealed class DuckDbRowSource : IRowSource
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private readonly QueryInterrupt _interrupt;
    private readonly ColumnReader[] _readers;
    private readonly ColumnWriter[] _writers;

    private DuckDbRowSource(
        DuckDBConnection connection,
        DuckDBCommand command,
        DuckDBDataReader reader,
        IReadOnlyList<ResultColumn> columns,
        QueryInterrupt interrupt)
    {
        _connection = connection;
        _command = command;
        _reader = reader;
        _interrupt = interrupt;
        _readers = [.. columns.Select((_, index) => ColumnReaders.For(reader.GetFieldType(index)))];
        _writers = [.. columns.Select((column, index) => ColumnWriters.For(
            column.Type, reader.GetFieldType(index), _readers[index]))];
    }

    /// <summary>
    /// Starts the query; owns the connection unless that fails. Cancellation stops the query at any time until disposal.
    /// </summary>
    public static DuckDbRowSource Start(DuckDBConnection connection, BoundQuery query, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        var interrupt = new QueryInterrupt(command, cancellationToken);
        try
        {
            command.CommandText = NullableLists.Sql(query);
            command.UseStreamingMode = true;
            return new DuckDbRowSource(connection, command, command.ExecuteReader(), query.Columns, interrupt);
        }
        catch
        {
            interrupt.Dispose();
            command.Dispose();
            throw;
        }
    }

    public bool Read() => _reader.Read();

    public object? GetValue(int column) => _reader.IsDBNull(column) ? null : _readers[column](_reader, column);

    public void Write(Utf8JsonWriter writer, int column)
    {
        if (_reader.IsDBNull(column))
        {
            DatumWriter.WriteNull(writer);
        }
        else
        {
            _writers[column](writer, _reader, column);
        }
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }
}
