using System.Buffers;
using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Encodes a statement's rows, a page at a time.</summary>
internal sealed class PageReader(RunningStatement statement) : IDisposable
{
    /// <summary>A page ends before it grows past this. Source: developer guide, "Query": 1 MB a page.</summary>
    private const int MaxPageBytes = 1024 * 1024;

    /// <summary>The current row's JSON, once it is encoded: it may have to wait for the next page.</summary>
    private readonly ArrayBufferWriter<byte> _row = new();

    private readonly Utf8JsonWriter _writer = new(Stream.Null, AwsJson.WriterOptions);
    private bool _hasRow = statement.Rows.Read();

    public IReadOnlyList<Binding.ResultColumn> Columns => statement.Columns;

    /// <summary>Whether there are rows that no page had yet.</summary>
    public bool HasMore => _hasRow;

    /// <summary>The bytes of rows returned so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The rows returned so far.</summary>
    public long RowsRead { get; private set; }

    public QueryPage ReadPage(int maxRows, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("["u8);
        var rows = 0;
        while (_hasRow && rows < maxRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_row.WrittenCount == 0)
            {
                EncodeRow();
            }

            if (buffer.WrittenCount + _row.WrittenCount > MaxPageBytes)
            {
                if (rows == 0)
                {
                    throw TimestreamErrors.Validation(
                        "Query aborted as max page response size has been exceeded by the output result row");
                }

                break;
            }

            buffer.Write(rows++ == 0 ? ""u8 : ","u8);
            buffer.Write(_row.WrittenSpan);
            BytesRead += _row.WrittenCount;
            _row.ResetWrittenCount();
            RowsRead++;
            _hasRow = statement.Rows.Read();
        }

        buffer.Write("]"u8);
        return new QueryPage(buffer.WrittenMemory, rows);
    }

    public void Dispose()
    {
        _writer.Dispose();
        statement.Rows.Dispose();
    }

    private void EncodeRow()
    {
        _writer.Reset(_row);
        _writer.WriteStartObject();
        _writer.WriteStartArray("Data"u8);
        for (var column = 0; column < statement.Columns.Count; column++)
        {
            statement.Rows.Write(_writer, column);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
    }
}
